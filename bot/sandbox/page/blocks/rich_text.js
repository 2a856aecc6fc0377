// rich_text: Slack's structured text. Its strings are plain, never markup.
import { html } from "../lib.js";
import { emoji } from "../emoji.js";
import { ChannelMention, Link, Moment, UserMention } from "../mrkdwn.js";

export const RichText = ({ block }) => html`<div class="rich">${block.elements.map(renderPart)}</div>`;

function renderPart(part) {
  switch (part.type) {
    case "rich_text_list":
      return renderList(part);
    case "rich_text_quote":
      return html`<blockquote>${part.elements.map(renderPiece)}</blockquote>`;
    case "rich_text_preformatted":
      return html`<pre class="code-block">${part.elements.map(renderPiece)}</pre>`;
    default:
      return html`<div class="para">${part.elements.map(renderPiece)}</div>`;
  }
}

function renderList(list) {
  const items = list.elements.map(
    (item, index) => html`<li>
    <span class="mark">${list.style === "ordered" ? `${(list.offset ?? 0) + index + 1}.` : "•"}</span><span>${item.elements.map(renderPiece)}</span>
  </li>`,
  );
  return html`<ul class="marked" style=${{ marginInlineStart: `${(list.indent ?? 0) * 1.4}em` }}>${items}</ul>`;
}

const PIECES = {
  text: (piece) => piece.text,
  link: (piece) => html`<${Link} href=${piece.url}>${piece.text || piece.url}<//>`,
  user: (piece) => html`<${UserMention} id=${piece.user_id} />`,
  channel: (piece) => html`<${ChannelMention} id=${piece.channel_id} />`,
  usergroup: (piece) => html`<span class="mention">@${piece.usergroup_id}</span>`,
  broadcast: (piece) => html`<span class="mention loud">@${piece.range}</span>`,
  emoji: (piece) => html`<span class="emoji">${emoji(piece.name)}</span>`,
  date: (piece) =>
    html`<${Moment} token=${`!date^${piece.timestamp}^${piece.format}${piece.url ? `^${piece.url}` : ""}`} fallback=${piece.fallback} />`,
  color: (piece) => piece.value,
};

function renderPiece(piece) {
  const style = piece.style ?? {};
  let shown = (PIECES[piece.type] ?? (() => ""))(piece);
  if (style.code) shown = html`<code>${shown}</code>`;
  if (style.strike) shown = html`<s>${shown}</s>`;
  if (style.italic) shown = html`<em>${shown}</em>`;
  if (style.bold) shown = html`<strong>${shown}</strong>`;
  return shown;
}
