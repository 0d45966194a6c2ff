// Builds what is shown. Names come from strangers: they become text nodes and attributes, and never markup.

/** An element with these attributes and children; text becomes text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A name as its owner wrote it, whatever direction its letters have. */
export function name(text) {
  return element('bdi', {class: 'name'}, text);
}

/** A moment, in UTC: short to look at, exact to hover over. */
export function moment(iso) {
  const [day, time] = iso.split('T');
  const today = new Date().toISOString().startsWith(day);
  const short = today ? time.slice(0, 8) : `${day} ${time.slice(0, 5)}`;
  return element('time', {datetime: iso, title: `${day} ${time.replace('Z', ' UTC')}`}, short);
}

/** A table in a region that can be scrolled by keyboard too; the first cell of each row names the row. */
export function table(caption, headings, rows) {
  const heads = headings.map((heading) => element('th', {scope: 'col'}, heading));
  const body = rows.map((cells) => element('tr', {}, ...cells.map((cell, column) => column === 0
    ? element('th', {scope: 'row'}, cell)
    : element('td', {}, cell))));
  const made = element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...body));
  return element('div', {class: 'wide', role: 'region', tabindex: '0', 'aria-label': caption}, made);
}

/** A sentence that stands out, and what else there is to say. */
export function notice(sentence, ...more) {
  return element('div', {class: 'notice'}, element('p', {class: 'sentence'}, sentence), ...more);
}

/** Text in which what stands between backticks is code; an empty line begins a new paragraph. */
export function prose(text) {
  return text.split('\n\n').map((paragraph) => element('p', {}, ...spans(paragraph)));
}

/** The same, without paragraphs. */
export function spans(text) {
  return text.split('`').map((part, index) => index % 2 ? element('code', {}, part) : part);
}

/** Shows this and nothing else, and says so to whoever does not see it. */
export function show(title, ...contents) {
  document.title = title;
  document.getElementById('main').replaceChildren(...contents);
}

/** Says this to whoever does not see the page. */
export function say(sentence) {
  document.getElementById('status').textContent = sentence;
}
