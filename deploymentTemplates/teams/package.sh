#!/usr/bin/env bash
# Fills in the manifest and packs it with the icons: the file that is uploaded to Teams.
set -euo pipefail
export LC_ALL=C.UTF-8

usage() {
  cat <<'TEXT'
package.sh --bot-app-id GUID --public-host chat.example.com --supplier "Example Energy" --privacy-url URL --terms-url URL
           [--teams-app-id GUID] [--output smart-charging.zip]

--bot-app-id    BotConnector:AppId, of the Azure Bot
--public-host   the host of Onboarding:PublicUrl
--teams-app-id  of the app in Teams; without it that of the bot. Keep it: with another one it is another app
TEXT
}

bot_app_id= public_host= supplier= privacy_url= terms_url= teams_app_id= output=smart-charging.zip
while [ $# -gt 0 ]; do
  case "$1" in
    --bot-app-id | --public-host | --supplier | --privacy-url | --terms-url | --teams-app-id | --output)
      [ $# -ge 2 ] || { usage >&2; exit 2; }
      name=${1#--}
      printf -v "${name//-/_}" '%s' "$2"
      shift 2
      ;;
    --help) usage; exit 0 ;;
    *) echo "There is no option $1." >&2; usage >&2; exit 2 ;;
  esac
done
teams_app_id=${teams_app_id:-$bot_app_id}

guid='^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
[[ $bot_app_id =~ $guid ]] || { echo "--bot-app-id must be a GUID in small letters." >&2; exit 2; }
[[ $teams_app_id =~ $guid ]] || { echo "--teams-app-id must be a GUID in small letters." >&2; exit 2; }
[[ $public_host =~ ^[a-z0-9.-]+\.[a-z]+$ ]] || { echo "--public-host must be a host like chat.example.com." >&2; exit 2; }
[[ -n $supplier && ${#supplier} -le 32 ]] || { echo "--supplier must have 1 to 32 characters." >&2; exit 2; }
for address in "$privacy_url" "$terms_url"; do
  [[ $address == https://* ]] || { echo "--privacy-url and --terms-url must begin with https://." >&2; exit 2; }
done

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$folder/color.png" "$folder/outline.png" "$work/"
BOT_APP_ID=$bot_app_id TEAMS_APP_ID=$teams_app_id PUBLIC_HOST=$public_host SUPPLIER=$supplier \
  PRIVACY_URL=$privacy_url TERMS_URL=$terms_url \
  node "$folder/fill.mjs" "$folder/manifest.json" > "$work/manifest.json"
output=$(cd "$(dirname "$output")" && pwd)/$(basename "$output")
rm -f "$output"
node "$folder/zip.mjs" "$output" "$work/manifest.json" "$work/color.png" "$work/outline.png"
echo "$output"
