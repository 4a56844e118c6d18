"""Emoji short codes (`:warning:`) as GitHub, Slack and Notion write them; those that turn up in notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TABLE = """
warning ⚠️ books 📚 book 📖 green_book 📗 blue_book 📘 orange_book 📙 closed_book 📕 notebook 📓 bookmark 🔖
bookmark_tabs 📑 memo 📝 pencil 📝 pencil2 ✏️ bulb 💡 star ⭐ star2 🌟 sparkles ✨ dizzy 💫 fire 🔥 boom 💥 zap ⚡
rocket 🚀 tada 🎉 trophy 🏆 gem 💎 gift 🎁 dart 🎯 key 🔑 lock 🔒 unlock 🔓 mag 🔍 mag_right 🔎 bell 🔔
no_bell 🔕 loudspeaker 📢 mega 📣 pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 scissors ✂️ straight_ruler 📏
triangular_ruler 📐 calendar 📅 date 📅 clipboard 📋 file_folder 📁 open_file_folder 📂 page_facing_up 📄
page_with_curl 📃 scroll 📜 newspaper 📰 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊
computer 💻 desktop_computer 🖥️ keyboard ⌨️ floppy_disk 💾 cd 💿 iphone 📱 email 📧 envelope ✉️ package 📦
inbox_tray 📥 outbox_tray 📤 mailbox 📫 hammer 🔨 wrench 🔧 hammer_and_wrench 🛠️ nut_and_bolt 🔩 gear ⚙️
construction 🚧 microscope 🔬 telescope 🔭 test_tube 🧪 dna 🧬 pill 💊 syringe 💉 stethoscope 🩺
heavy_check_mark ✔️ white_check_mark ✅ ballot_box_with_check ☑️ x ❌ o ⭕ negative_squared_cross_mark ❎
heavy_multiplication_x ✖️ heavy_plus_sign ➕ heavy_minus_sign ➖ heavy_division_sign ➗ bangbang ‼️
exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ question ❓ grey_question ❔ interrobang ⁉️
information_source ℹ️ no_entry ⛔ no_entry_sign 🚫 stop_sign 🛑 sos 🆘 new 🆕 ok 🆗 up 🆙 cool 🆒 free 🆓 100 💯
arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️ arrow_lower_right ↘️
arrow_forward ▶️ arrow_backward ◀️ arrows_counterclockwise 🔄 repeat 🔁 leftwards_arrow_with_hook ↩️
arrow_right_hook ↪️ point_right 👉 point_left 👈 point_up ☝️ point_up_2 👆 point_down 👇 +1 👍 -1 👎 thumbsup 👍
thumbsdown 👎 ok_hand 👌 clap 👏 pray 🙏 muscle 💪 wave 👋 raised_hands 🙌 raised_hand ✋ fist ✊ v ✌️
writing_hand ✍️ eyes 👀 brain 🧠 speech_balloon 💬 thought_balloon 💭 heart ❤️ yellow_heart 💛 green_heart 💚
blue_heart 💙 purple_heart 💜 broken_heart 💔 two_hearts 💕 smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆
joy 😂 rofl 🤣 blush 😊 wink 😉 heart_eyes 😍 sunglasses 😎 thinking 🤔 neutral_face 😐 sweat_smile 😅 sweat 😓
cry 😢 sob 😭 scream 😱 rage 😡 angry 😠 sleeping 😴 confused 😕 worried 😟 hugs 🤗 nerd_face 🤓 robot 🤖 ghost 👻
skull 💀 poop 💩 bug 🐛 beetle 🐞 ant 🐜 bee 🐝 snake 🐍 turtle 🐢 whale 🐳 dolphin 🐬 penguin 🐧 cat 🐱 dog 🐶
mouse 🐭 rabbit 🐰 bear 🐻 panda_face 🐼 crab 🦀 seedling 🌱 herb 🌿 four_leaf_clover 🍀 deciduous_tree 🌳
evergreen_tree 🌲 cherry_blossom 🌸 rose 🌹 sunflower 🌻 apple 🍎 coffee ☕ beer 🍺 pizza 🍕 cake 🍰 sunny ☀️
cloud ☁️ umbrella ☔ snowflake ❄️ rainbow 🌈 ocean 🌊 earth_asia 🌏 earth_americas 🌎 globe_with_meridians 🌐 moon 🌔
house 🏠 school 🏫 hospital 🏥 office 🏢 car 🚗 bus 🚌 train 🚋 airplane ✈️ ship 🚢 alarm_clock ⏰ hourglass ⌛
stopwatch ⏱️ watch ⌚ musical_note 🎵 art 🎨 movie_camera 🎥 camera 📷 video_game 🎮 soccer ⚽ basketball 🏀
mortar_board 🎓 school_satchel 🎒 moneybag 💰 dollar 💵 credit_card 💳 balance_scale ⚖️ crown 👑 recycle ♻️
white_circle ⚪ black_circle ⚫ red_circle 🔴 orange_circle 🟠 yellow_circle 🟡 green_circle 🟢 blue_circle 🔵
purple_circle 🟣 large_orange_diamond 🔶 large_blue_diamond 🔷 small_orange_diamond 🔸 small_blue_diamond 🔹
small_red_triangle 🔺 black_medium_square ◼️ white_large_square ⬜ black_large_square ⬛ one 1️⃣ two 2️⃣ three 3️⃣
four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟 kr 🇰🇷 jp 🇯🇵 cn 🇨🇳 us 🇺🇸
"""
_WORDS = _TABLE.split()
EMOJI: Mapping[str, str] = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))

_ICON = re.compile(r":(?:material|octicons|simple|fontawesome-(?:brands|regular|solid))-[a-z0-9-]{1,80}:[ \t]?")
"""A picture of an icon set, as Material for MkDocs names them."""
_CODE = re.compile(r"(?<![A-Za-z0-9:]):([a-z0-9_+-]{1,40}):(?![A-Za-z0-9:])")


def emoji_at(source: str, at: int) -> tuple[str, int] | None:
    """The emoji whose short code begins at a colon (nothing for an icon), and where it ends. `10:30:20` and `std::map` are none."""
    if icon := _ICON.match(source, at):
        return "", icon.end()
    found = _CODE.match(source, at)
    emoji = EMOJI.get(found[1]) if found else None
    return (emoji, found.end()) if found and emoji else None
