// Slack's short names for the emoji a work bot is likely to meet; an unknown name stays as typed.
const LIST = `
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️
exclamation ❗|question ❓|grey_exclamation ❕|grey_question ❔|bangbang ‼️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑
rotating_light 🚨|bell 🔔|no_bell 🔕|loudspeaker 📢|mega 📣|speech_balloon 💬|left_speech_bubble 🗨️|thought_balloon 💭
hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|alarm_clock ⏰|timer_clock ⏲️|clock1 🕐|clock3 🕒|clock6 🕕|clock9 🕘|clock12 🕛
watch ⌚|zzz 💤|sleeping 😴|double_vertical_bar ⏸️|pause_button ⏸️|arrow_forward ▶️|black_square_for_stop ⏹️|fast_forward ⏩
large_green_circle 🟢|large_yellow_circle 🟡|large_orange_circle 🟠|red_circle 🔴|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫
large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛
small_blue_diamond 🔹|small_orange_diamond 🔸|large_blue_diamond 🔷|star ⭐|star2 🌟|sparkles ✨|fire 🔥|zap ⚡|boom 💥
tada 🎉|confetti_ball 🎊|trophy 🏆|medal 🏅|sports_medal 🏅|first_place_medal 🥇|dart 🎯|rocket 🚀|checkered_flag 🏁|triangular_flag_on_post 🚩
clap 👏|raised_hands 🙌|muscle 💪|pray 🙏|wave 👋|+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|point_right 👉|point_up ☝️|handshake 🤝
eyes 👀|smile 😄|slightly_smiling_face 🙂|grinning 😀|thinking_face 🤔|neutral_face 😐|disappointed 😞|cry 😢|sob 😭|heart ❤️|green_heart 💚
bust_in_silhouette 👤|busts_in_silhouette 👥|raising_hand 🙋|necktie 👔|robot_face 🤖|office 🏢|house 🏠|globe_with_meridians 🌐
phone ☎️|telephone_receiver 📞|iphone 📱|calling 📲|email 📧|envelope ✉️|e-mail 📧|incoming_envelope 📨|inbox_tray 📥|outbox_tray 📤|mailbox 📫
memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|page_facing_up 📄|bookmark_tabs 📑|books 📚|book 📖|notebook 📓|card_index 📇|file_folder 📁|paperclip 📎
calendar 📆|date 📅|spiral_calendar_pad 🗓️|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|moneybag 💰|dollar 💵|credit_card 💳
mag 🔍|mag_right 🔎|bulb 💡|gear ⚙️|wrench 🔧|hammer_and_wrench 🛠️|link 🔗|lock 🔒|unlock 🔓|key 🔑|pushpin 📌|round_pushpin 📍|label 🏷️
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_upper_right ↗️|arrow_lower_right ↘️|leftwards_arrow_with_hook ↩️|arrows_counterclockwise 🔄
repeat 🔁|heavy_plus_sign ➕|heavy_minus_sign ➖|information_source ℹ️|new 🆕|100 💯|coffee ☕|palm_tree 🌴|airplane ✈️|face_with_thermometer 🤒
seedling 🌱|herb 🌿|sunny ☀️|cloud ☁️|umbrella ☔|snowflake ❄️|gift 🎁|balloon 🎈|wastebasket 🗑️|recycle ♻️|broken_heart 💔|shrug 🤷|see_no_evil 🙈
`;

const BY_NAME = new Map(
  LIST.trim()
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(" ")),
);

export const emoji = (name) => BY_NAME.get(name.replace(/::skin-tone-\d/, "")) ?? `:${name}:`;
export const withEmoji = (text) => text.replace(/:([a-z0-9_+'-]+):/g, (_, name) => emoji(name));
