// The blocks that arrange text and elements.
import { html } from "../lib.js";
import { plain, Text } from "../mrkdwn.js";
import { Element } from "./element.js";

export function Section({ block }) {
  const wide = block.accessory?.type === "radio_buttons" || block.accessory?.type === "checkboxes";
  return html`<div class="section ${wide ? "stacked" : ""}">
    <div class="section-body">
      <${Text} of=${block.text} />
      ${block.fields && html`<div class="fields">${block.fields.map((field) => html`<div class="field"><${Text} of=${field} /></div>`)}</div>`}
    </div>
    ${block.accessory && html`<div class="accessory"><${Element} element=${block.accessory} block=${block} /></div>`}
  </div>`;
}

export const Header = ({ block }) => html`<h2 class="block-header">${plain(block.text)}</h2>`;
export const Divider = () => html`<hr />`;

export function Context({ block }) {
  return html`<div class="context">
    ${block.elements.map((item) => (item.type === "image" ? html`<${Thumb} image=${item} />` : html`<${Text} of=${item} />`))}
  </div>`;
}

export function Actions({ block }) {
  return html`<div class="actions">
    ${block.elements.map((element) => html`<${Element} key=${element.action_id} element=${element} block=${block} />`)}
  </div>`;
}

export function Picture({ block }) {
  return html`<figure>
    ${block.title && html`<figcaption>${plain(block.title)}</figcaption>`}
    <img src=${safeSource(block)} alt=${block.alt_text} loading="lazy" />
  </figure>`;
}

export const Thumb = ({ image }) =>
  html`<img class="thumb" src=${safeSource(image)} alt=${image.alt_text} loading="lazy" />`;

function safeSource(image) {
  const url = image.image_url ?? image.slack_file?.url ?? "";
  return /^(https?:\/\/|\/)/i.test(url) ? url : undefined;
}
