#!/usr/bin/env bash
# Makes every kind of mail with a calendar part as a process leader does, at the terminal, and has each judged.
#
#   tests/long/invites.sh CHECKER...    a program that takes a mail and exits 0 when it is a good one
#
# Of each kind one mail is judged whole, and 20 more with --no-ics, by their form alone. Takes two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -gt 0 ] || { echo "usage: tests/long/invites.sh CHECKER..." >&2; exit 2; }

program=${ANNUALCYCLE_PROGRAM:-$PWD/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle}
[ -x "$program" ] || dotnet build src/AnnualCycle.Server -c Release --nologo -v quiet >&2
folder=$(mktemp -d)
cp -r config "$folder/config"
printf '\ninvitations: { addresses: all }\n' >>"$folder/config/charters/samla.yaml"
cd "$folder"
"$program" serve --urls http://127.0.0.1:0 >service.txt 2>&1 &
service=$!
trap 'kill $service 2>/dev/null; wait $service 2>/dev/null || true; rm -rf "$folder"' EXIT
until grep -q "Ingen e-postserver" service.txt; do kill -0 $service; sleep 0.5; done

for collaboration in simba samla; do
  "$program" adopt 2027 --collaboration $collaboration
done
meeting() { "$program" plans --meetings | grep -o "simba/ledningsgrupp/$1/2027-[0-9]*" | head -1; }
"$program" place "$(meeting februari)" --place Stadshuset --room Rådsalen --video https://video.example/m
"$program" publish --collaboration simba --year 2027 --yes
"$program" move "$(meeting februari)" 2027-02-09 10:00
"$program" cancel "$(meeting maj)" --reason "Krockar med en annan konferens; åäö, \"citat\" och en lång rad som måste vikas för att få plats"
"$program" publish --collaboration simba --year 2027 --yes
"$program" people export all.csv
{ head -1 all.csv; grep "^simba," all.csv; } >people.csv
grep -v "zara.mossberg" people.csv >fewer.csv
echo 'simba,ledningsgrupp,kommunal-primarvard-kungalv,"Öström, Åke",ake.ostrom@kungalv.example,Kungälvs kommun,Kungälv,,,' >>fewer.csv
"$program" people import fewer.csv --collaboration simba --yes
sleep 3

kind_of() { # kind and first word of the subject, the file's name tells neither
  python3 - "$1" <<'PYTHON'
import email, email.policy, sys
mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
methods = [part.get_param("method") for part in mail.walk() if part.get_content_type() == "text/calendar"]
print(methods[0], mail["Subject"].split(":")[0]) if methods else print("-")
PYTHON
}

declare -A judged
count=0 bad=0
for mail in data/mail/*.eml; do
  kind=$(kind_of "$mail")
  [ "$kind" = "-" ] || [ "${judged[$kind]:-0}" -gt 20 ] && continue
  form=(--no-ics)
  [ -n "${judged[$kind]:-}" ] || form=()
  judged[$kind]=$((${judged[$kind]:-0} + 1)) count=$((count + 1))
  "$@" "$mail" "${form[@]}" >verdict.txt || { bad=$((bad + 1)); echo "$kind: $(head -3 verdict.txt)"; }
done
for kind in "${!judged[@]}"; do echo "${judged[$kind]} $kind"; done | sort -k2
echo "$count mails with a calendar part, $bad bad"
[ "$bad" = 0 ] && [ "${#judged[@]}" -ge 5 ]
