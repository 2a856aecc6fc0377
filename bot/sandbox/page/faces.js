import { html } from "./lib.js";
import { displayName, hue, initials } from "./people.js";

export function Face({ user, bot, size = "" }) {
  if (bot)
    return html`<span class="face bot ${size}" aria-hidden="true"><img src="icon.svg" alt="" /></span>`;
  const name = displayName(user);
  return html`<span class="face ${size}" aria-hidden="true" style=${{ "--hue": hue(user?.id ?? "?") }}>${initials(name)}</span>`;
}
