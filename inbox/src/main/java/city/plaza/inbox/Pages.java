package city.plaza.inbox;

import java.time.format.DateTimeFormatter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The pages of the inbox. The content of a mail is not trusted: its text is escaped, its
 * HTML shown in a frame that may run nothing.
 */
final class Pages {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss 'UTC'", Locale.US)
		.withZone(ZoneOffset.UTC);

	// On phones each mail is a block of its own; dark where the reader's device is.
	private static final String STYLE = """
			:root{color-scheme:light dark}
			body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;\
			color:light-dark(#0b0c0c,#f1f3f5);background:light-dark(#fff,#15191e)}
			table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem}
			th,td{text-align:left;padding:.5rem;border-bottom:1px solid #8f9499;overflow-wrap:anywhere;vertical-align:top}
			th,td:first-child{white-space:nowrap}
			a{color:light-dark(#1a4f8a,#8cc4ff)}a:focus{outline:3px solid #ffbf00;outline-offset:2px}
			pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-left:4px solid #8f9499;padding-left:1rem}
			iframe{width:100%;height:30rem;border:1px solid #505a5f;color-scheme:light;background:#fff}
			dt{font-weight:bold}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
			@media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}
			tr,td{display:block}tr{border-bottom:1px solid #8f9499;padding:.5rem 0}td{border:0;padding:0 .5rem}}
			""";

	private Pages() {
	}

	static String list(List<Mail> mails) {
		StringBuilder rows = new StringBuilder();
		for (Mail mail : mails) {
			rows.append("<tr><td>")
				.append(TIME.format(mail.receivedAt()))
				.append("</td><td>")
				.append(escaped(mail.to()))
				.append("</td><td><a href=\"/dev/inbox/")
				.append(mail.id())
				.append("\">")
				.append(escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()))
				.append("</a></td></tr>\n");
		}
		String table = """
				<table><caption>Newest first</caption>
				<thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
				<tbody>
				%s</tbody></table>
				""".formatted(rows);
		return page("Local inbox", """
				<h1>Local inbox</h1>
				<p>Every email that this Plaza sent. None of them left this machine.</p>
				%s""".formatted(mails.isEmpty()
				? "<p>No email yet. Register a resident, and the verification code arrives here.</p>" : table));
	}

	static String mail(Mail mail) {
		String text = mail.text().isBlank() ? "" : "<h2>Text</h2>\n<pre>" + escaped(mail.text()) + "</pre>\n";
		String html = mail.html().isBlank() ? "" : "<h2>HTML</h2>\n<iframe sandbox title=\"The mail as HTML\" srcdoc=\""
				+ escaped(mail.html()) + "\"></iframe>\n";
		return page(mail.subject(), """
				<p><a href="/dev/inbox">All emails</a></p>
				<h1>%s</h1>
				<dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
				%s%s""".formatted(escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
				escaped(mail.from()), escaped(mail.to()), TIME.format(mail.receivedAt()), text, html));
	}

	static String notFound() {
		return page("No such mail", "<h1>No such mail</h1>\n<p><a href=\"/dev/inbox\">All emails</a></p>\n");
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	private static String page(String title, String body) {
		return """
				<!DOCTYPE html>
				<html lang="en"><head><meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title><style>%s</style></head>
				<body><main>
				%s</main></body></html>
				""".formatted(escaped(title), STYLE, body);
	}

}
