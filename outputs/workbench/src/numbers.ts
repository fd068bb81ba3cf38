// How figures are written. Nothing is added, subtracted or divided here but the unit: fen become 万元.

const wanPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

export function wan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? "–" : (fen / 1e6).toLocaleString("zh-CN", wanPlaces).replace("-", "−");
}

/// With its sign; an amount that is nothing has none.
export function signedWan(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return "–";
  return (fen > 0 ? "+" : "") + wan(fen);
}

export function percent(rate: number | null | undefined, places = 2): string {
  return rate === null || rate === undefined ? "–" : `${(rate * 100).toFixed(places).replace(/^-(0(?:\.0+)?)$/, "$1")}%`;
}

export function count(persons: number | null | undefined): string {
  return persons === null || persons === undefined ? "–" : Math.round(persons).toLocaleString("zh-CN");
}

/// A slider's position as the server reads it.
export function plain(value: number, step: number): string {
  const places = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return value.toFixed(Math.min(places, 6));
}

/// A person's amount, in yuan.
export function yuan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? "–" : (fen / 100).toLocaleString("zh-CN", wanPlaces).replace("-", "−");
}
