// An SMSC for tests. Prints a line of JSON for the port it listens on, for every bind and for every message.
// Numbers that end in 00001 are refused, 00002 get no answer, 00003 lose the connection.
import smpp from "smpp";

const [systemId, password] = process.argv.slice(2);
const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");

function bind(session, pdu) {
  const known = pdu.system_id === systemId && pdu.password === password;
  say({ bind: pdu.command, known });
  session.send(pdu.response({ command_status: known ? smpp.ESME_ROK : smpp.ESME_RINVPASWD }));
}

function submit(session, pdu) {
  if (pdu.destination_addr.endsWith("00002")) return;
  if (pdu.destination_addr.endsWith("00003")) {
    session.destroy();
    return;
  }
  if (pdu.destination_addr.endsWith("00001")) {
    session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    return;
  }
  const part = pdu.message_payload ?? pdu.short_message;
  say({
    to: pdu.destination_addr,
    toTon: pdu.dest_addr_ton,
    from: pdu.source_addr,
    fromTon: pdu.source_addr_ton,
    dataCoding: pdu.data_coding,
    text: part.message,
  });
  session.send(pdu.response({ message_id: "1" }));
}

const server = smpp.createServer((session) => {
  session.on("bind_transceiver", (pdu) => bind(session, pdu));
  session.on("submit_sm", (pdu) => submit(session, pdu));
  session.on("enquire_link", (pdu) => session.send(pdu.response()));
  session.on("unbind", (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on("error", () => session.destroy());
});
server.listen(0, "127.0.0.1", () => say({ listening: server.address().port }));
process.stdin.on("end", () => process.exit(0)).resume();
