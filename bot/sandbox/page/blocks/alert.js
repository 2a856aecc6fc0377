import { html } from "../lib.js";
import { Text } from "../mrkdwn.js";

const MARKS = { default: "•", info: "i", warning: "!", error: "!", success: "✓" };

export function Alert({ block }) {
  const level = block.level in MARKS ? block.level : "default";
  return html`<div class="alert ${level}" role=${level === "error" ? "alert" : "status"}>
    <span class="alert-mark" aria-hidden="true">${MARKS[level]}</span><${Text} of=${block.text} />
  </div>`;
}
