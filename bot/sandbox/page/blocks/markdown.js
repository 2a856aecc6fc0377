// The markdown block: the common part of Markdown, as elements. Raw HTML in it stays text.
import { html } from "../lib.js";
import { withEmoji } from "../emoji.js";
import { Link } from "../mrkdwn.js";

export const Markdown = ({ block }) =>
  html`<div class="rich markdown">${renderLines(block.text.split("\n"))}</div>`;

const RULES = [
  { starts: /^```/, take: fence },
  { starts: /^#{1,6} /, take: heading },
  { starts: /^(-{3,}|\*{3,})\s*$/, take: (lines) => [html`<hr />`, lines.slice(1)] },
  {
    starts: /^> ?/,
    take: (lines) => run(lines, /^> ?/, (body) => html`<blockquote>${renderLines(body)}</blockquote>`),
  },
  { starts: /^\|.+\|\s*$/, take: (lines) => run(lines, /^(?=\|)/, table) },
  { starts: /^\s*([-*+]|\d+[.)]) /, take: (lines) => run(lines, /^(?=\s*([-*+]|\d+[.)]) )/, list) },
];

function renderLines(lines) {
  const out = [];
  let rest = lines;
  while (rest.length) {
    const rule = RULES.find(({ starts }) => starts.test(rest[0]));
    const [node, after] = rule ? rule.take(rest) : paragraph(rest);
    out.push(node);
    rest = after;
  }
  return out;
}

function fence(lines) {
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("```"));
  const stop = end < 0 ? lines.length : end;
  return [html`<pre class="code-block">${lines.slice(1, stop).join("\n")}</pre>`, lines.slice(stop + 1)];
}

function heading([line, ...rest]) {
  const level = line.match(/^#+/)[0].length;
  return [
    html`<div class="heading" role="heading" aria-level=${Math.min(6, level + 1)}>${inline(line.replace(/^#+ /, ""))}</div>`,
    rest,
  ];
}

function run(lines, mark, wrap) {
  const stop = lines.findIndex((line) => !mark.test(line));
  const body = lines.slice(0, stop < 0 ? lines.length : stop);
  return [wrap(body.map((line) => line.replace(mark, ""))), stop < 0 ? [] : lines.slice(stop)];
}

function list(lines) {
  return html`<ul class="marked">${lines.map((line) => {
    const [, indent, mark, body] = line.match(/^(\s*)([-*+]|\d+[.)]) (.*)$/);
    return html`<li style=${{ marginInlineStart: `${indent.length * 0.6}em` }}><span class="mark">${/\d/.test(mark) ? mark : "•"}</span><span>${inline(body)}</span></li>`;
  })}</ul>`;
}

function table(lines) {
  const rows = lines
    .filter((line) => !/^\|[\s:|-]+\|\s*$/.test(line))
    .map((line) => line.trim().slice(1, -1).split("|"));
  return html`<div class="table-box" tabindex="0"><table><tbody>
    ${rows.map((row, index) => html`<tr>${row.map((cell) => (index ? html`<td>${inline(cell.trim())}</td>` : html`<th scope="col">${inline(cell.trim())}</th>`))}</tr>`)}
  </tbody></table></div>`;
}

function paragraph([line, ...rest]) {
  return [html`<div class="para">${inline(line)}</div>`, rest];
}

const TOKEN =
  /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(?=\S)(.+?)\*\*|~~(?=\S)(.+?)~~|(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\6(?![\p{L}\p{N}])/gu;

function inline(text) {
  const out = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.push(withEmoji(text.slice(from, match.index)), renderToken(match));
    from = match.index + match[0].length;
  }
  out.push(withEmoji(text.slice(from)));
  return out;
}

function renderToken([, code, label, href, bold, strike, , italic]) {
  if (code) return html`<code>${code}</code>`;
  if (href) return html`<${Link} href=${href}>${inline(label)}<//>`;
  if (bold) return html`<strong>${inline(bold)}</strong>`;
  if (strike) return html`<s>${inline(strike)}</s>`;
  return html`<em>${inline(italic)}</em>`;
}
