package city.plaza.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.notification.delivery.smtp.ScriptedSmtp;
import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.NoticeId;
import city.plaza.notification.notice.Template;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How fast waiting notices drain beside a bare loop that sends the same mails to the same
 * server over as many connections. Not a test: run it by name, as
 * {@code -Dtest=DeliveryBenchmark -Dbenchmark.mails=100000}.
 */
@PlazaTest
class DeliveryBenchmark {

	private static final Logger log = LoggerFactory.getLogger(DeliveryBenchmark.class);

	private static final int MAILS = Integer.getInteger("benchmark.mails", 20_000);

	@Autowired
	private DatabaseClient database;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private WriteMail writeMail;

	@Autowired
	private DeliverySettings settings;

	@Test
	void drainsAtTheMailServersPace() throws Exception {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			server.beforeTaking((mail) -> server.mails().clear());
			this.sender.setPort(server.port());
			bare(MAILS / 5);
			drain(MAILS / 5);
			for (int round = 1; round <= 2; round++) {
				long bare = bare(MAILS);
				long drained = drain(MAILS);
				log.info("ROUND {}: {} mails, bare loop {} ms ({}/s), drained in {} ms ({}/s), ratio {}", round, MAILS,
						bare, MAILS * 1000L / bare, drained, MAILS * 1000L / drained,
						String.format("%.2f", (double) bare / drained));
			}
		}
	}

	private long bare(int count) throws Exception {
		Mail mail = this.writeMail
			.write(new DueNotice(new NoticeId(UUID.randomUUID()), Template.PAYMENT_POSTED, "email", null,
					"bench@example.org", null, Language.ENGLISH, parameters(), null, null, 1, Instant.now(), false));
		long start = System.nanoTime();
		List<Thread> threads = IntStream.range(0, this.settings.atOnce())
			.mapToObj((i) -> Thread.ofPlatform().start(() -> send(mail, count / this.settings.atOnce())))
			.toList();
		for (Thread thread : threads) {
			thread.join();
		}
		return (System.nanoTime() - start) / 1_000_000;
	}

	private void send(Mail mail, int count) {
		Session session = this.sender.getSession();
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect(this.sender.getHost(), this.sender.getPort(), null, null);
			for (int i = 0; i < count; i++) {
				MimeMessage message = new MimeMessage(session);
				MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
				helper.setFrom("no-reply@fairhaven.example");
				helper.setTo(mail.to());
				helper.setSubject(mail.subject());
				helper.setText(mail.text(), mail.html());
				message.saveChanges();
				transport.sendMessage(message, message.getAllRecipients());
			}
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long drain(int count) {
		String run = "bench-" + UUID.randomUUID();
		long start = System.nanoTime();
		this.database.sql("""
				insert into notice (id, event_id, template, channel, address, subject, parameters, state, due_at,
				  created_at, changed_at)
				select gen_random_uuid(), gen_random_uuid(), 'payment-posted', 'email', :run || '@example.org',
				  'The city has posted your payment', cast(:parameters as jsonb), 'queued', now(), now(), now()
				from generate_series(1, :count)
				""")
			.bind("run", run)
			.bind("parameters", parameters())
			.bind("count", count)
			.fetch()
			.rowsUpdated()
			.block();
		log.info("Queued {} in {} ms", count, (System.nanoTime() - start) / 1_000_000);
		start = System.nanoTime();
		Awaitility.await()
			.atMost(Duration.ofMinutes(9))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> this.database
				.sql("select count(*) as n from notice where address = :run || '@example.org' and state <> 'delivered'")
				.bind("run", run)
				.map((row) -> row.get("n", Long.class))
				.one()
				.block() == 0);
		return (System.nanoTime() - start) / 1_000_000;
	}

	private static String parameters() {
		return GoldenSamples.sample("billing.payments", "PaymentPosted");
	}

}
