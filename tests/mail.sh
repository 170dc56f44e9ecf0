#!/usr/bin/env bash
# A mail server of the tests' own on loopback: postfix takes mails from whoever logs in over TLS, dovecot keeps them.
#
#   tests/mail.sh start FOLDER    starts it in an empty folder and prints PORT TLS_PORT IMAP_PORT and the authority's file
#   tests/mail.sh stop FOLDER     stops it and removes the folder
#
# Every address at nord.example has a mailbox; everybody's password is below. Exit code 3: it cannot run here.
set -euo pipefail

folder=$(realpath -m "$2")
export PATH=$PATH:/usr/sbin

# postfix gives up its rights by itself, and has to have them first.
[ "$1" = stop ] || [ "$(id -u)" -eq 0 ] || { echo "postfix starts as root only" >&2; exit 3; }
for program in postfix dovecot openssl; do
  [ "$1" = stop ] || command -v $program >/dev/null || { echo "No $program here; tests/packages.txt names the package" >&2; exit 3; }
done

free_ports() {
  python3 - <<'PYTHON'
import socket
held = [socket.socket() for _ in range(3)]
for s in held: s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in held))
PYTHON
}

certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 \
    -subj "/CN=Region Nord" -addext basicConstraints=critical,CA:TRUE
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj /CN=localhost
  openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out server.pem \
    -extfile <(echo subjectAltName=DNS:localhost)
}

dovecot_configuration() { # IMAP_PORT
  cat <<CONF
base_dir = $folder/dovecot
state_dir = $folder/dovecot
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
passdb {
  driver = static
  args = password=hemligt-lösen
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%u allow_all_users=yes
}
mail_location = maildir:~/
service imap-login {
  inet_listener imap {
    port = $1
  }
  inet_listener imaps {
    port = 0
  }
}
service auth {
  unix_listener $folder/auth {
    mode = 0666
  }
}
# Nobody is kept waiting because somebody else had a wrong password.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service lmtp {
  unix_listener $folder/lmtp {
    mode = 0666
  }
}
CONF
}

postfix_main() {
  cat <<CONF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
myhostname = post.nord.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
virtual_mailbox_domains = nord.example
virtual_transport = lmtp:unix:$folder/lmtp
smtpd_recipient_restrictions =
  check_recipient_access inline:{{slutat@nord.example = 550 5.1.1 Has left}, {full@nord.example = 452 4.2.2 Mailbox full}}
  permit_sasl_authenticated, reject
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $folder/auth
smtpd_error_sleep_time = 0
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = $folder/server.pem
smtpd_tls_key_file = $folder/server.key
CONF
}

postfix_master() { # PORT TLS_PORT
  cat <<CONF
127.0.0.1:$1 inet n - n - - smtpd
127.0.0.1:$2 inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
error     unix - - n - - error
retry     unix - - n - - error
lmtp      unix - - n - - lmtp
smtp      unix - - n - - smtp
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
CONF
}

case $1 in
  start)
    mkdir -p "$folder"/{etc,queue,data,mail,dovecot}
    chmod 755 "$folder"
    chown postfix "$folder/data"
    chown mail:mail "$folder/mail"
    cd "$folder"
    certificates >openssl.log 2>&1
    read -r port tls_port imap_port < <(free_ports)
    dovecot_configuration "$imap_port" >dovecot.conf
    postfix_main >etc/main.cf
    postfix_master "$port" "$tls_port" >etc/master.cf
    { dovecot -c "$folder/dovecot.conf" && postfix -c "$folder/etc" start; } >start.log 2>&1 </dev/null \
      || { cat start.log postfix.log dovecot.log >&2; exit 1; }
    echo "$port $tls_port $imap_port $folder/ca.pem"
    ;;
  stop)
    # Each is told once and then waited for: what they still write would not let the folder go.
    pids=$(cat "$folder/queue/pid/master.pid" "$folder/dovecot/master.pid" 2>/dev/null) || true
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    for pid in $pids; do timeout 10 tail --pid="$pid" -s 0.05 -f /dev/null || kill -9 "$pid"; done
    rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }
    ;;
esac
