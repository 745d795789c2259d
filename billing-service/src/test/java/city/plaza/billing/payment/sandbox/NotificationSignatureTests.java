package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.messages.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationSignatureTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:30:00Z");

	private static final UUID PAYMENT = UUID.fromString("0198c0de-0000-7000-8000-000000000003");

	private static final byte[] BODY = bytes(
			"{\"id\":\"evt_1\",\"type\":\"checkout.paid\",\"paymentId\":\"" + PAYMENT + "\"}");

	private final NotificationSignature signature = signature("dev-only-secret");

	@Test
	void acceptsWhatItSigned() {
		assertThat(read(this.signature.sign(BODY, NOW), BODY))
			.isEqualTo(new NotificationReading.Genuine("evt_1", new PaymentId(PAYMENT)));
	}

	@Test
	void signsAsDocumented() {
		// echo -n "1772465400.{}" | openssl dgst -sha256 -hmac dev-only-secret
		assertThat(this.signature.sign(bytes("{}"), NOW))
			.isEqualTo("t=1772465400,v1=f2653be14e1003e79d971a32314adeafcb1fe07cfc1d5619574698b4e719387f");
	}

	@Test
	void refusesAnotherSecret() {
		assertRefused(signature("another").sign(BODY, NOW), BODY);
	}

	@Test
	void refusesAnAlteredBody() {
		byte[] altered = new String(BODY, StandardCharsets.UTF_8).replace("003", "004")
			.getBytes(StandardCharsets.UTF_8);
		assertRefused(this.signature.sign(BODY, NOW), altered);
	}

	@Test
	void refusesAnAlteredTime() {
		assertRefused(this.signature.sign(BODY, NOW).replace("t=1772465400", "t=1772465401"), BODY);
	}

	@Test
	void refusesWhatIsOlderOrNewerThanFiveMinutes() {
		assertThat(read(this.signature.sign(BODY, NOW.minus(Duration.ofMinutes(5))), BODY))
			.isInstanceOf(NotificationReading.Genuine.class);
		assertRefused(this.signature.sign(BODY, NOW.minus(Duration.ofSeconds(301))), BODY);
		assertRefused(this.signature.sign(BODY, NOW.plus(Duration.ofSeconds(301))), BODY);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "t=,v1=", "v1=00", "t=1772465400", "t=1772465400,v1=xyz", "t=99999999999999999999,v1=00" })
	void refusesWhatIsNoSignature(String header) {
		assertRefused(header, BODY);
	}

	@Test
	void refusesASignatureThatIsAbsent() {
		assertThat(this.signature.read(new HttpHeaders(), BODY)).isInstanceOf(NotificationReading.Refused.class);
	}

	@Test
	void refusesASignedBodyThatIsNoNotification() {
		assertRefused(this.signature.sign(bytes("{]"), NOW), bytes("{]"));
		assertRefused(this.signature.sign(bytes("null"), NOW), bytes("null"));
		assertRefused(this.signature.sign(bytes("{}"), NOW), bytes("{}"));
	}

	private NotificationReading read(String header, byte[] body) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Plaza-Sandbox-Signature", header);
		return this.signature.read(headers, body);
	}

	private void assertRefused(String header, byte[] body) {
		assertThat(read(header, body)).isInstanceOf(NotificationReading.Refused.class);
	}

	private static NotificationSignature signature(String secret) {
		SandboxSettings settings = new SandboxSettings(URI.create("http://localhost/"), null, secret,
				Duration.ofSeconds(1), LocalText.of("City"));
		return new NotificationSignature(settings, JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
