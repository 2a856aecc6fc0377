// The state of one message, modal or Home tab, and the way a click inside it reaches the app.
import { useRef, useState } from "./lib.js";
import { valuesFor } from "./blocks/values.js";

// `place` names the surface for the control API: {channel, message_ts}, {view_id} or {home: true}.
export function useForm(blocks, place, { errors, click, confirm, suggest }) {
  const typed = useRef({});
  const [, redraw] = useState(0);
  const [busy, setBusy] = useState(null);
  const known = useRef();
  if (known.current !== blocks) {
    known.current = blocks;
    typed.current = valuesFor(blocks, typed.current);
  }

  const set = (blockId, actionId, state) => {
    typed.current = { ...typed.current, [blockId]: { ...typed.current[blockId], [actionId]: state } };
    redraw((count) => count + 1);
    return typed.current;
  };
  const act = async ({ block, element, value, selected, values }) => {
    if (element.confirm && !(await confirm(element.confirm))) return;
    setBusy(`${block.block_id}/${element.action_id}`);
    const sent =
      selected && element.type === "overflow"
        ? selected.selected_option.value
        : selected && { type: element.type, ...selected };
    await click({
      ...place,
      block_id: block.block_id,
      action_id: element.action_id,
      value,
      selected: sent,
      values: place.message_ts ? undefined : (values ?? typed.current),
    });
    setBusy(null);
  };
  const ask = ({ block, element, value }) =>
    suggest({ ...place, block_id: block.block_id, action_id: element.action_id, value });
  return { values: typed.current, errors, busy, set, act, suggest: ask };
}
