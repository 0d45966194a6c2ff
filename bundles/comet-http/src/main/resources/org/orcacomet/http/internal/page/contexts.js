// The contexts, and one context's slivers. It only looks: nothing here changes anything.
import {element, moment, name, notice, say, show, spans, table} from './elements.js';
import {Refusal, ask, showVersion} from './service.js';

const A_PAGE = 25;
const SOME_CHANGES = 20;
const STATES = {present: '✓', null: '∅', deleted: '✗'};

let turn = 0;

/** Where the address says that the reader is. */
function place() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

function address(parameters) {
  return `/#${new URLSearchParams(parameters)}`;
}

async function go() {
  const mine = ++turn;
  const {context, prefix = '', after} = place();
  say('Loading.');
  try {
    const view = context ? await contextView(context) : await contextsView(prefix, after);
    if (mine === turn) {
      show(...view);
    }
  } catch (refusal) {
    if (mine === turn) {
      showRefusal(refusal);
    }
  }
  if (mine === turn) {
    document.getElementById('main').focus({preventScroll: true});
    showVersion();
  }
}

function again() {
  const button = element('button', {type: 'button'}, 'Load again');
  button.addEventListener('click', go);
  return button;
}

function heading(title, ...beside) {
  return element('div', {class: 'heading'}, element('h1', {}, ...title), ...beside, again());
}

// The contexts

async function contextsView(prefix, after) {
  const [page, warnings, changes] = await Promise.all([contexts(prefix, after), health(), latest()]);
  const found = page.contexts.length;
  say(found === 1 ? 'One context.' : `${found} contexts${page.next ? ', and there are more' : ''}.`);
  return ['COMET: contexts',
    heading(['Contexts']),
    ...warnings,
    filter(prefix),
    found ? contextsTable(page.contexts, prefix) : nothing(prefix, after),
    ...pages(prefix, after, page.next),
    changesSection('Latest changes', changes, true)];
}

/** A page of those that begin with the prefix. The one that is the prefix itself does not come after it. */
async function contexts(prefix, after) {
  const first = prefix && !after ? await exactly(prefix) : [];
  const page = await ask('/admin/contexts', {after: after ?? prefix, limit: A_PAGE});
  const fitting = page.contexts.filter((context) => context.contextId.startsWith(prefix));
  const more = fitting.length === page.contexts.length;
  return {contexts: [...first, ...fitting], next: more ? page.next : undefined};
}

async function exactly(contextID) {
  try {
    return [summary(await ask('/admin/context', {contextID}))];
  } catch (refusal) {
    if (refusal.status === 404) {
      return [];
    }
    throw refusal;
  }
}

function summary({contextId, revision, scopes}) {
  const counted = {present: 0, null: 0, deleted: 0};
  scopes.forEach((scope) => counted[scope.state]++);
  const there = scopes.filter((scope) => scope.state !== 'deleted');
  const families = [...new Set(there.map((scope) => scope.family))];
  return {contextId, revision, families, changed: lastChange(scopes), ...counted};
}

function lastChange(scopes) {
  return scopes.map((scope) => scope.changed).sort().at(-1);
}

function contextsTable(found, prefix) {
  const caption = prefix ? `Contexts that begin with “${prefix}”` : 'All contexts';
  return table(caption, ['Context', 'Families', 'Scopes', 'Revision', 'Changed (UTC)'], found.map((context) => [
    element('a', {href: address({context: context.contextId})}, name(context.contextId)),
    element('span', {class: 'families'}, ...context.families.map((family) => name(family))),
    counts(context),
    String(context.revision),
    context.changed ? moment(context.changed) : '–']));
}

function counts(context) {
  const kinds = ['present', 'null', 'deleted'].filter((kind) => context[kind]);
  return kinds.map((kind) => `${context[kind]} ${kind}`).join(', ') || 'none';
}

function filter(prefix) {
  const input = element('input', {id: 'prefix', type: 'search', value: prefix, autocomplete: 'off', spellcheck: 'false'});
  const form = element('form', {role: 'search'},
    element('label', {for: 'prefix'}, 'Names that begin with'), input,
    element('button', {}, 'Find'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = input.value ? address({prefix: input.value}) : '/#';
  });
  return form;
}

function nothing(prefix, after) {
  if (prefix) {
    return notice('No context begins with that.', element('p', {}, 'Upper and lower case differ. ',
      element('a', {href: '/#'}, 'Show all contexts')));
  }
  return after
    ? notice('There are no more contexts.')
    : notice('There is no context yet.', element('p', {}, ...spans(
      'A context appears with its first scope: when ORCA makes a slice, or by `bin/comet scope write`.')));
}

function pages(prefix, after, next) {
  const begin = prefix ? {prefix} : {};
  const links = [];
  if (after) {
    links.push(element('a', {href: address(begin)}, 'From the beginning'));
  }
  if (next) {
    links.push(element('a', {href: address({...begin, after: next}), rel: 'next'}, 'Next contexts'));
  }
  return links.length ? [element('nav', {class: 'pages', 'aria-label': 'More contexts'}, ...links)] : [];
}

/** What is not as it should be: no reason not to show the rest. */
async function health() {
  try {
    const {checks} = await ask('/health');
    const faults = checks.filter(({state}) => state !== 'good');
    return faults.length
      ? [notice('Not all is as it should be.', element('ul', {}, ...faults.map(({message}) => element('li', {}, message))))]
      : [];
  } catch {
    return [];
  }
}

// One context

async function contextView(contextID) {
  const [context, changes] = await Promise.all([ask('/admin/context', {contextID}), latest(contextID)]);
  const changed = lastChange(context.scopes);
  say(`Context with ${context.scopes.length} scopes.`);
  return [`COMET: ${contextID}`,
    element('p', {class: 'trail'}, element('a', {href: '/#'}, '← All contexts')),
    heading([name(contextID)]),
    element('p', {class: 'facts'}, `Revision ${context.revision}`,
      ...(changed ? [', last changed or renewed ', moment(changed), ' UTC'] : [])),
    context.scopes.length ? slivers(context.scopes) : notice('All its scopes are gone: deleted, aged or purged.'),
    changesSection('Who changed what', changes, false)];
}

function slivers(scopes) {
  const families = [...new Set(scopes.map((scope) => scope.family))].sort();
  const keys = [...new Set(scopes.map((scope) => scope.key))].sort();
  const byPlace = new Map(scopes.map((scope) => [JSON.stringify([scope.key, scope.family]), scope]));
  const cell = (key, family) => state(byPlace.get(JSON.stringify([key, family])));
  return element('section', {class: 'slivers'},
    table('Slivers and their families', ['Sliver', ...families.map((family) => name(family))],
      keys.map((key) => [name(key), ...families.map((family) => cell(key, family))])),
    legend());
}

function state(scope) {
  if (!scope) {
    return element('span', {class: 'none'}, element('span', {class: 'unseen'}, 'none'), '·');
  }
  const size = scope.state === 'present' ? `, ${scope.bytes} bytes` : '';
  return element('span', {class: `state ${scope.state}`, title: `${scope.state}${size}, revision ${scope.revision}`},
    element('span', {'aria-hidden': 'true'}, STATES[scope.state]),
    element('span', {class: 'unseen'}, `${scope.state}, revision`),
    ` ${scope.revision} `,
    moment(scope.changed));
}

function legend() {
  const words = {present: 'there', null: 'there, and its value is null', deleted: 'deleted, and still known'};
  return element('p', {class: 'legend'},
    ...Object.entries(words).map(([kind, word]) => element('span', {class: `state ${kind}`},
      element('span', {'aria-hidden': 'true'}, STATES[kind]), ` ${word}`)),
    element('span', {}, 'The number is the revision of the last change, the time (UTC) that of the last change or renewal.'));
}

// Changes

/** The latest changes; undefined if this service cannot tell them. */
async function latest(contextID) {
  try {
    return (await ask('/admin/audit', {contextID, limit: SOME_CHANGES})).changes;
  } catch (refusal) {
    if (refusal.status === 404) {
      return undefined;
    }
    throw refusal;
  }
}

function changesSection(title, changes, withContext) {
  const contents = changes === undefined ? element('p', {}, 'This service keeps no audit.')
    : changes.length ? changesTable(title, changes, withContext)
      : element('p', {}, 'The audit has no change of it.');
  return element('section', {class: 'changes'}, element('h2', {}, title), contents);
}

function changesTable(title, changes, withContext) {
  const headings = ['Time (UTC)', 'Who', 'What', ...(withContext ? ['Context'] : []), 'Scope', 'Revision', 'Outcome'];
  return table(title, headings, changes.map((change) => [
    moment(change.time),
    author(change),
    change.count ? `${change.call} (${change.count})` : change.call,
    ...(withContext ? [contextLink(change.contextId)] : []),
    scopeOf(change),
    change.revision ? String(change.revision) : '–',
    element('span', {class: `outcome ${change.outcome}`}, change.outcome)]));
}

/** Who it was. A certificate that is not trusted may say anything. */
function author({subject, standing, keyFingerprint}) {
  if (!subject) {
    return standing === 'anonymous' ? 'nobody: no certificate' : '–';
  }
  const who = element('span', {title: `key ${keyFingerprint}`}, name(subject));
  return standing === 'trusted' ? who : element('span', {}, who, ' (says so, is not trusted)');
}

function contextLink(contextId) {
  return contextId ? element('a', {href: address({context: contextId})}, name(contextId)) : '–';
}

function scopeOf(change) {
  return change.family ? element('span', {}, name(change.family), ' ', name(change.key)) : '–';
}

// Refusals

function showRefusal(refusal) {
  if (!(refusal instanceof Refusal)) {
    throw refusal;
  }
  const [sentence, ...more] = told(refusal);
  say(sentence);
  show('COMET', heading(['Contexts']), notice(sentence, ...more.map((text) => element('p', {}, ...spans(text)))));
}

function told(refusal) {
  switch (refusal.status) {
    case 0:
      return ['The service does not answer.',
        'It is down, or this browser cannot reach it. Its machine says more: `systemctl status comet-server`.'];
    case 403:
      return ['This browser shows no certificate of an administrator.',
        'Put a trusted certificate and its key into the browser (as a PKCS#12 file), and its subject into `admin.subjects` of '
          + '`org.orcacomet.service`. Then close the browser, open this page again and choose the certificate.'];
    case 404:
      return ['There is no such context.', 'Nothing was ever written to it.'];
    case 429:
      return ['The service is busy.', 'Wait a moment, then load again.'];
    case 503:
      return ['The store does not answer.', `The service says: ${refusal.message}.`];
    default:
      return ['The service could not answer.', `It says: ${refusal.message} (${refusal.status}).`];
  }
}

addEventListener('hashchange', go);
go();
