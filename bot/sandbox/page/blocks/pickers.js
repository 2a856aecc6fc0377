// Dates and times with the browser's own controls; a moment is read in the viewer's zone.
import { html, useContext, Workspace } from "../lib.js";
import { plain } from "../mrkdwn.js";
import { instantOf, wallOf } from "../time.js";

export const DateField = (props) =>
  html`<${Native} ...${props} type="date" value=${props.state.selected_date} read=${(text) => ({ selected_date: text })} />`;

export const TimeField = (props) =>
  html`<${Native} ...${props} type="time" value=${props.state.selected_time} read=${(text) => ({ selected_time: text })} />`;

export function MomentField(props) {
  const { viewer } = useContext(Workspace);
  const seconds = props.state.selected_date_time;
  const read = (wall) => ({ selected_date_time: wall && instantOf(wall, viewer.tz) / 1000 });
  return html`<${Native} ...${props} type="datetime-local" value=${seconds && wallOf(seconds * 1000, viewer.tz)} read=${read} />`;
}

function Native({ element, block, field, change, type, value, read }) {
  const label = field ? undefined : plain(element.placeholder) || plain(block.text) || type;
  return html`<input class="control" type=${type} id=${field?.id} value=${value ?? ""} aria-label=${label}
    aria-describedby=${field?.describedBy} aria-invalid=${field?.invalid} data-action=${element.action_id}
    autofocus=${element.focus_on_load} onChange=${(event) => change(read(event.currentTarget.value || null))} />`;
}
