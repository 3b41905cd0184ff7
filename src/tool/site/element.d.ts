/** The state of a view, all of it text: `page` is `start`, `overview`, `indicator/<id>` or `area/<code>`. */
export interface ViewState {
  page: string;
  view: 'map' | 'ranking' | 'gap' | 'time' | 'table' | 'page';
  year: string;
  people: 'all' | 'both' | 'women' | 'men';
  origin: 'total' | 'domestic' | 'foreign';
  /** Codes of the pinned areas, separated by commas. */
  pin: string;
  classes: string;
  sort: string;
  /** Over time: how, and what is chosen about it; see docs/element.md. */
  show: string;
  mode: string;
  base: string;
  measure: string;
  from: string;
  to: string;
  counted: string;
  with: string;
  trails: string;
  lang: 'sv' | 'en';
  theme: 'auto' | 'light' | 'dark';
}

/** What a bundle holds; attributes name indicators and areas by `id`. */
export interface Contents {
  title: string;
  updated: string;
  languages: string[];
  county: string;
  indicators: { id: string; name: string }[];
  areas: { id: string; name: string }[];
}

/** `<nulage-view>`. */
export class NulageView extends HTMLElement {
  /** A bundle, or plain JSON-stat, as object, text or bytes; goes before the attribute `src`. */
  bundle: object | string | ArrayBuffer | Uint8Array | undefined;
  state: ViewState;
  getState(): ViewState;
  setState(change: Partial<ViewState> | string): void;
  /** The picture as SVG; null for tables and pages, and before it is ready. */
  toSVG(): string | null;
  toPNG(scale?: number): Promise<Blob | null>;
  /** What the bundle holds, with names in a language; null before it is started. */
  contents(lang?: 'sv' | 'en'): Promise<Contents | null>;
  /** Starts now, without waiting to come near the window. */
  start(): Promise<void>;
}

export interface NulageEvents {
  'nulage-ready': CustomEvent<{ state: ViewState }>;
  'nulage-state': CustomEvent<{ state: ViewState }>;
  'nulage-select': CustomEvent<{ areas: string[]; added: string[]; removed: string[] }>;
  'nulage-error': CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'nulage-view': NulageView;
  }
  interface HTMLElementEventMap extends NulageEvents {}
}
