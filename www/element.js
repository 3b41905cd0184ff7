// <nulage-view src="…bundle.json" indicator="…" view="map">: one view on any page. See docs/element.md.
import { attend, blame, elements, near, need, start, take } from './instance.js';
import { isLarge } from './modules.js';
import { PAGE, SETTINGS, STATE, change, chosen, read, setting, settings, wanted, write } from './fragment.js';
import { make, trouble } from './trouble.js';
import { png, svg } from './picture.js';

const WAITING = 'nl-stage nl-waiting';

export class NulageView extends HTMLElement {
  static observedAttributes = ['src', 'geometry', 'integrity', ...PAGE, ...Object.keys(STATE), ...Object.keys(SETTINGS)];
  #stage = make('div'); #fallback = make('slot'); #trouble = make('p');
  #view; #held; #left; #state; #kind; #own; #run = 0;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#stage, this.#fallback, this.#trouble);
    this.#trouble.part = 'trouble';
    this.#show(false);
    attend(this, this.#stage);
  }
  get bundle() { return this.#own; }
  set bundle(value) { this.#own = value ?? undefined; this.#renew(); }
  get state() { return this.getState(); } set state(value) { this.setState(value); }
  getState() { return { ...read(this.#view?.state() ?? this.#state ?? wanted(this)), view: this.#view?.kind() ?? this.#kind ?? setting(this, 'view') }; }
  setState(some) {
    const next = { ...this.getState(), ...(typeof some === 'string' ? read(some) : some) };
    this.#need(next.view);
    this.#kind = next.view;
    if (!this.#view) { this.#state = write(next); return; }
    blame(this);
    this.#view.set(write(next), `view=${next.view}`);
  }
  toSVG() { return this.#view ? svg(this.#stage, this.#view) : null; }
  async contents(lang = 'sv') { return (await this.#held?.parsed)?.bundle.contents(lang) ?? null; }
  async toPNG(scale = 2) { return this.toSVG() && png(this.toSVG(), scale); }

  connectedCallback() { this.#need(); near.observe(this); }
  disconnectedCallback() { near.unobserve(this); queueMicrotask(() => this.isConnected || this.#drop()); }
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (['src', 'geometry', 'integrity'].includes(name)) this.#renew();
    else if (name in SETTINGS && name !== 'view') {
      if (this.#view) this.#need();
      this.#view?.set(this.#view.state(), `${name}=${setting(this, name)}`);
    }
    else if (this.#view || this.#state) this.setState(name === 'view' ? { view: setting(this, name) } : change(this, name, now));
  }
  async start() {
    if (this.#held || !(this.#own ?? this.getAttribute('src'))) return;
    near.unobserve(this);
    elements.add(this);
    const run = ++this.#run;
    const at = name => this.hasAttribute(name) ? new URL(this.getAttribute(name), document.baseURI).href : undefined;
    this.#held = take(at('src'), at('geometry'), this.getAttribute('integrity'), this.#own);
    try {
      const [{ glue, style }, { bundle, plain }] = await Promise.all([start(), this.#held.parsed]);
      // What was asked of it meanwhile.
      this.#need();
      if (run !== this.#run) return;
      this.shadowRoot.adoptedStyleSheets = [style];
      const frame = `${settings(this)}&plain=${+plain}&view=${this.#kind ?? setting(this, 'view')}`;
      blame(this);
      this.#view = new glue.View(this.#stage, bundle, this.#state ?? wanted(this), frame, text => this.#told(text));
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (run === this.#run) { this.#left?.(); this.#show(true); this.#tell('ready', { state: this.getState() }); }
    } catch (error) { if (run === this.#run) this.again(error); }
  }
  again(error) {
    this.#drop(true);
    if (!error) { if (this.isConnected) near.observe(this); return; }
    this.#trouble.replaceChildren(...trouble(this, () => { this.#show(false); this.start(); }));
    this.#trouble.hidden = false;
    const message = String(error?.message ?? error);
    // For whoever wrote the page: what readers see does not say what to mend.
    console.warn(`nulage-view: ${message}`);
    this.#tell('error', { message });
  }
  /** Off its instance, to go on where it was on another; what is seen stays until that is ready. */
  leave() {
    const [seen, stage, free] = [this.#view, this.#stage, this.#off()];
    if (seen) {
      this.#left = () => { this.#left = undefined; free(); stage.remove(); };
      this.#stage = make('div');
      this.#stage.className = WAITING;
      stage.after(this.#stage);
      attend(this, this.#stage);
    } else free();
    if (this.isConnected) near.observe(this);
  }
  #need(kind = this.#kind ?? setting(this, 'view')) { need(isLarge(kind, setting(this, 'controls'))); }
  #renew() { this.#drop(); this.#state = this.#kind = undefined; if (this.isConnected) near.observe(this); }
  /** Off its instance, mindful of where it was; returns what gives back what it had there. */
  #off(dead) {
    const [view, held] = [dead ? undefined : this.#view, this.#held];
    if (view) [this.#state, this.#kind] = [view.state(), view.kind()];
    this.#run += 1;
    this.#view = this.#held = undefined;
    elements.delete(this);
    return () => { view?.free(); held?.give(); };
  }
  #drop(dead) {
    this.#off(dead)();
    this.#left?.();
    if (dead) this.#stage.replaceChildren();
    this.#show(false);
  }
  #show(ready) { this.#stage.className = ready ? 'nl-stage' : WAITING; this.#fallback.hidden = ready; this.#trouble.hidden = true; }
  #told(text) { for (const [name, detail] of chosen(this.#state, this.#state = text)) this.#tell(name, detail ?? { state: this.getState() }); }
  #tell(name, detail) { this.dispatchEvent(new CustomEvent(`nulage-${name}`, { bubbles: true, composed: true, detail })); }
}
if (!customElements.get('nulage-view')) customElements.define('nulage-view', NulageView);
