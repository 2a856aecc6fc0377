// Slack's mrkdwn as elements. Data only ever becomes text nodes: nothing here writes markup.
import { html, useContext, Workspace } from "./lib.js";
import { emoji, withEmoji } from "./emoji.js";
import { dateToken, fullMoment } from "./time.js";

export function Mrkdwn({ text }) {
  return html`<div class="rich">${paragraphs(text ?? "").map(renderParagraph)}</div>`;
}

// A text object of either type, as the block that carries it asks.
export function Text({ of }) {
  if (!of) return null;
  if (of.type === "mrkdwn") return html`<${Mrkdwn} text=${of.text} />`;
  return html`<span class="plain">${whole(plain(of))}</span>`;
}

export const plain = (object) => (object ? withEmoji(unescape(object.text ?? "")) : "");
const ENTITIES = { amp: "&", lt: "<", gt: ">" };
// A short id such as L-7K3F stays on one line; a browser would break it after the hyphen.
const SHORT_ID = /\b([A-Z]+-[A-Z0-9]{3,})\b/;
const whole = (text) =>
  text.split(SHORT_ID).map((part, index) => (index % 2 ? html`<span class="whole">${part}</span>` : part));
const unescape = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ENTITIES[name]);

const QUOTE = /^(?:&gt;|>) ?/;
const ITEM = /^\s*(?:[•◦▪-]|(\d+)[.)]) +/;

function paragraphs(text) {
  return text.split(/```\n?/).flatMap((piece, index) => {
    if (index % 2) return [{ kind: "code", lines: [piece.replace(/\n$/, "")] }];
    const body = index ? piece.replace(/^\n/, "") : piece;
    return body.replace(/\n$/, "") === "" && index ? [] : grouped(body.split("\n"));
  });
}

function grouped(lines) {
  const groups = [];
  for (const line of lines) {
    const kind = kindOf(line);
    if (groups.at(-1)?.kind !== kind) groups.push({ kind, lines: [] });
    groups.at(-1).lines.push(kind === "quote" ? line.replace(QUOTE, "") : line);
  }
  return groups;
}

function kindOf(line) {
  if (QUOTE.test(line)) return "quote";
  return ITEM.test(line) ? "list" : "text";
}

function renderParagraph({ kind, lines }) {
  if (kind === "code") return html`<pre class="code-block">${unescape(lines[0])}</pre>`;
  if (kind === "quote") return html`<blockquote>${inLines(lines)}</blockquote>`;
  if (kind === "list") return html`<ul class="marked">${lines.map(renderItem)}</ul>`;
  return html`<div class="para">${inLines(lines)}</div>`;
}

function renderItem(line) {
  const [mark, number] = line.match(ITEM);
  return html`<li><span class="mark">${number ? `${number}.` : "•"}</span><span>${inline(line.slice(mark.length))}</span></li>`;
}

function inLines(lines) {
  return lines.map((line, index) => [index > 0 && html`<br />`, ...inline(line)]);
}

const TOKEN =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]+?)(?<=\S)\3(?![\p{L}\p{N}])|:([a-z0-9_+'-]+):/gu;
const TAGS = { "*": "strong", _: "em", "~": "s" };

function inline(text) {
  const out = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) out.push(...whole(unescape(text.slice(from, match.index))));
    out.push(renderToken(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) out.push(...whole(unescape(text.slice(from))));
  return out;
}

function renderToken([, angle, code, mark, inner, name]) {
  if (angle) return html`<${Angle} body=${angle} />`;
  if (code) return html`<code>${whole(unescape(code))}</code>`;
  if (mark) return html`<${TAGS[mark]}>${inline(inner)}<//>`;
  return html`<span class="emoji">${emoji(name)}</span>`;
}

function Angle({ body }) {
  const [target, label] = split(body);
  if (target.startsWith("@")) return html`<${UserMention} id=${target.slice(1)} label=${label} />`;
  if (target.startsWith("#")) return html`<${ChannelMention} id=${target.slice(1)} label=${label} />`;
  if (target.startsWith("!date^")) return html`<${Moment} token=${target} fallback=${label} />`;
  if (target.startsWith("!subteam^"))
    return html`<span class="mention">${unescape(label ?? "@group")}</span>`;
  if (target.startsWith("!")) return html`<span class="mention loud">@${target.slice(1)}</span>`;
  return SAFE.test(target)
    ? html`<${Link} href=${unescape(target)} label=${label} />`
    : `<${unescape(body)}>`;
}

function split(body) {
  const bar = body.indexOf("|");
  return bar < 0 ? [body, null] : [body.slice(0, bar), body.slice(bar + 1)];
}

export function UserMention({ id, label }) {
  const { people, app } = useContext(Workspace);
  const known = id === app.bot_user_id ? app.name : people.get(id)?.name;
  return html`<span class="mention">@${known ?? (label ? unescape(label) : id)}</span>`;
}

export function ChannelMention({ id, label }) {
  const { channels, open } = useContext(Workspace);
  const channel = channels.get(id);
  const name = channel?.name ?? (label ? unescape(label) : id);
  if (!channel) return html`<span class="mention">#${name}</span>`;
  return html`<button type="button" class="mention link" onClick=${() => open({ kind: "channel", id })}>#${name}</button>`;
}

const LAST_MOMENT = 8.64e15;

export function Moment({ token, fallback }) {
  const { viewer } = useContext(Workspace);
  const [, seconds, pattern, href] = token.split("^");
  const ms = Number(seconds) * 1000;
  if (!(Math.abs(ms) <= LAST_MOMENT) || !pattern) return html`<span>${unescape(fallback ?? "")}</span>`;
  const shown = html`<time datetime=${new Date(ms).toISOString()} title=${fullMoment(ms, viewer)}>${dateToken(ms, unescape(pattern), viewer)}</time>`;
  return href ? html`<${Link} href=${href}>${shown}<//>` : shown;
}

const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

export function Link({ href, label, children }) {
  const shown = children ?? (label ? unescape(label) : href.replace(/^mailto:/, ""));
  if (!SAFE.test(href)) return html`<span>${shown}</span>`;
  return html`<a href=${href} target="_blank" rel="noreferrer noopener">${shown}</a>`;
}
