// The windows of a talk: opened here, or having opened this one. Each passes on what it hears, so all agree.

const VERSION = 1;
const SIZES = { presenter: 'popup,width=1200,height=760', audience: 'popup,width=1280,height=720', stage: 'popup,width=1280,height=720' };

/** Keeps `talk` in step with the other windows. `role()` is what this window is. */
export function windows(talk, role) {
  // Windows that have spoken: what they are, and whether they are listening.
  const links = new Map();
  // A page from a disk has no origin to name; who listens is known by `opener` alone.
  const target = self.origin === 'null' ? '*' : self.origin;
  const own = Math.random().toString(36).slice(2, 10);
  const child = () => self.name.startsWith('nulage-') && opener && !opener.closed;
  const send = (to, message) => to.postMessage({ nulage: VERSION, role: role(), ...message }, target);
  const hello = to => send(to, { kind: 'hello', stamps: talk.stamps() });

  addEventListener('message', event => {
    const { source: from, data } = event;
    if (!from || event.origin !== self.origin || !(from === opener || from.opener === self)) return;
    if (data?.nulage !== VERSION || typeof data.role !== 'string') return;
    const heard = links.get(from)?.listens === true;
    links.set(from, { role: data.role, listens: data.kind !== 'bye' });
    if (data.kind === 'parts') talk.take(data.parts, from);
    if (data.kind !== 'hello') return;
    const parts = talk.missing(data.stamps);
    if (Object.keys(parts).length) send(from, { kind: 'parts', parts });
    if (!heard || talk.behind(data.stamps)) hello(from);
  });
  talk.watch((parts, teller) => {
    for (const [link, { listens }] of links) {
      if (link.closed) links.delete(link);
      else if (listens && link !== teller) send(link, { kind: 'parts', parts });
    }
  });
  // A window that was loaded anew has forgotten whom it opened, but those it opened have not.
  const call = () => child() && hello(opener);
  setInterval(call, 1000);
  call();
  addEventListener('pagehide', () => links.forEach((_, link) => link.closed || send(link, { kind: 'bye' })));

  /** Whether another window of the talk is open and knows what this one knows. */
  const company = () => [...links].some(([link, { listens }]) => listens && !link.closed);
  /** Brings a window of this role to the front, opening it at `address` if there is none; whether there is one now. */
  function reach(wanted, address) {
    const known = [...links].find(([link, { role }]) => role === wanted && !link.closed);
    const found = known?.[0] ?? (wanted === 'stage' && child() ? opener : null);
    if (found) found.focus();
    return found !== null || self.open(location.href.split('#')[0] + address, `nulage-${wanted}-${own}`, SIZES[wanted]) !== null;
  }
  return { reach, company };
}
