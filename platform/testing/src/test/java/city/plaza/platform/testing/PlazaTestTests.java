package city.plaza.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
@TestPropertySource(properties = "plaza.database.name=sample")
class PlazaTestTests {

	@Autowired
	private Environment environment;

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Test
	void asksTheServiceOverHttp(@Autowired WebTestClient http) {
		http.get().uri("/hello").exchange().expectStatus().isOk().expectBody(String.class).isEqualTo("hello");
	}

	@Test
	void givesADatabaseOwnedByAnOrdinaryUser() throws SQLException {
		assertThat(ask("SELECT current_database()")).isEqualTo("sample");
		assertThat(ask("SELECT usesuper FROM pg_user WHERE usename = current_user")).isEqualTo("f");
		assertThat(ask("SELECT count(*) FROM (SELECT 1) AS one")).isEqualTo("1");
	}

	@Test
	void losesNoAcknowledgedCommit() throws SQLException {
		assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
	}

	@Test
	void runsThePostgresOfProduction() throws SQLException {
		assertThat(ask("SHOW server_version")).startsWith("18.");
	}

	@Test
	void publishesAndReadsEvents() {
		String number = UUID.randomUUID().toString();
		UUID id = this.events.publish("test.stream", number, "ThingChanged", "{\"number\":\"%s\"}".formatted(number));
		this.events.publish("test.stream", number, "ThingRemoved", "{\"number\":\"%s\"}".formatted(number));

		assertThat(this.events
			.await("test.stream", "ThingRemoved", (body) -> body.path("number").asString().equals(number))
			.path("number")
			.asString()).isEqualTo(number);
		assertThat(this.events.all("test.stream")).filteredOn((event) -> event.key().equals(number))
			.extracting(TestEvent::type)
			.containsExactly("ThingChanged", "ThingRemoved");
		assertThat(this.events.all("test.stream")).extracting(TestEvent::id).contains(id);
		assertThat(this.events.all("test.stream")).extracting(TestEvent::source).contains("/plaza-test");
	}

	@Test
	void seesNothingInATopicThatIsNotThere() {
		assertThat(this.events.all("test.absent")).isEmpty();
		assertThat(this.events.all("test.absent")).as("asking made no topic").isEmpty();
	}

	@Test
	void receivesMailBySmtp() throws MessagingException {
		String to = UUID.randomUUID() + "@example.org";
		send(to, "First");
		send(to, "Second");

		List<TestMail.Mail> mails = this.mail.await(to, 2);

		assertThat(mails).extracting(TestMail.Mail::subject).containsExactly("First", "Second");
		assertThat(mails.getFirst().text()).isEqualToIgnoringNewLines("Hello José");
		assertThat(mails.getFirst().from()).isEqualTo("noreply@example.org");
	}

	@Test
	void servesTheKeyThatSignsItsTokens() throws Exception {
		URI keys = URI.create(this.environment.getRequiredProperty("plaza.security.jwk-set-uri"));
		SignedJWT token = SignedJWT.parse(TestTokens.staff("finance"));

		JWKSet served = JWKSet.parse(get(keys));

		assertThat(served.getKeys()).hasSize(1).noneMatch((key) -> key.isPrivate());
		assertThat(token.verify(new ECDSAVerifier(served.getKeys().getFirst().toECKey()))).isTrue();
		assertThat(token.getHeader().getType()).hasToString("at+jwt");
		assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("finance");
		assertThat(SignedJWT.parse(TestTokens.ofAStranger())
			.verify(new ECDSAVerifier(served.getKeys().getFirst().toECKey()))).isFalse();
	}

	private static String get(URI uri) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
		}
	}

	private String ask(String sql) throws SQLException {
		String url = "jdbc:postgresql://%s:%s/%s".formatted(this.environment.getRequiredProperty("PLAZA_DB_HOST"),
				this.environment.getRequiredProperty("PLAZA_DB_PORT"), "sample");
		try (Connection connection = DriverManager.getConnection(url,
				this.environment.getRequiredProperty("PLAZA_DB_USER"),
				this.environment.getRequiredProperty("PLAZA_DB_PASSWORD"));
				ResultSet rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private void send(String to, String subject) throws MessagingException {
		Properties smtp = new Properties();
		smtp.put("mail.smtp.host", this.environment.getRequiredProperty("PLAZA_SMTP_HOST"));
		smtp.put("mail.smtp.port", this.environment.getRequiredProperty("PLAZA_SMTP_PORT"));
		MimeMessage message = new MimeMessage(Session.getInstance(smtp));
		message.setFrom("noreply@example.org");
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		message.setSubject(subject);
		message.setText("Hello José", "UTF-8");
		Transport.send(message);
	}

}
