#pragma once

namespace disburse {

/// To be called once, before much is allocated. Blocks of a roster's size come and go with every what-if: kept by the
/// process, they are not mapped and cleared anew; and huge pages (where the system grants them) are mapped and looked
/// up 512 at a time.
void prepare_heap();

}  // namespace disburse
