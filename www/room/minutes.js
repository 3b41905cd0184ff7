// What was said and counted, as text, Markdown and JSON. A discussion is
// `{ scene, question, columns: [{ title, notes: [text] }], hands: [{ label, count }] }`.

const line = text => text.replace(/\s+/g, ' ').trim();
const plain = text => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');

/** One discussion as blocks: lists with their titles. `hands` is the title of the counts. */
function lists({ columns, hands }, title) {
  const counted = { title, notes: hands.map(({ label, count }) => `${line(label) || '–'}: ${count}`) };
  return [...columns, counted].filter(({ notes }) => notes.length);
}

const FORMS = {
  txt: (discussion, hands) => [
    line(discussion.question), '='.repeat(line(discussion.question).length),
    ...lists(discussion, hands).flatMap(({ title, notes }) => ['', line(title), ...notes.map(note => `- ${line(note)}`)]),
  ],
  md: (discussion, hands) => [
    `## ${plain(line(discussion.question))}`,
    ...lists(discussion, hands).flatMap(({ title, notes }) => ['', `### ${plain(line(title))}`, '', ...notes.map(note => `- ${plain(line(note))}`)]),
  ],
};

/** All `discussions` in the form `txt`, `md` or `json`; `hands` is what the counts are called. */
export function minutes(discussions, form, hands) {
  if (form === 'json') return `${JSON.stringify({ format: 'nulage-discussion', version: 1, discussions }, null, 1)}\n`;
  return `${discussions.map(discussion => FORMS[form](discussion, hands).join('\n')).join('\n\n')}\n`;
}
