package city.plaza.billing.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.billing.payment.provider.NotificationReading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Signs the sandbox's notifications, and checks on Plaza's side that one is signed: the
 * header {@code Plaza-Sandbox-Signature: t=<unix seconds>,v1=<hex>} holds the HMAC-SHA256
 * of {@code <t>.<body>} under the shared secret. Older or newer than five minutes, it is
 * refused.
 */
@Component
@ConditionalOnSandbox
class NotificationSignature {

	static final String HEADER = "Plaza-Sandbox-Signature";

	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

	private final byte[] secret;

	private final JsonMapper json;

	private final Clock clock;

	NotificationSignature(SandboxSettings settings, JsonMapper json, Clock clock) {
		this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
		this.json = json;
		this.clock = clock;
	}

	String sign(byte[] body, Instant at) {
		String time = Long.toString(at.getEpochSecond());
		return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(time, body));
	}

	NotificationReading read(HttpHeaders headers, byte[] body) {
		String why = flaw(headers.getFirst(HEADER), body);
		return (why != null) ? new NotificationReading.Refused(why) : read(body);
	}

	private NotificationReading read(byte[] body) {
		try {
			return Optional.ofNullable(this.json.readValue(body, NotificationBody.class))
				.<NotificationReading>map((it) -> new NotificationReading.Genuine(it.id(), it.paymentId()))
				.orElseGet(() -> new NotificationReading.Refused("signed, but empty"));
		}
		catch (JacksonException ex) {
			return new NotificationReading.Refused("signed, but no notification");
		}
	}

	private @Nullable String flaw(@Nullable String header, byte[] body) {
		if (header == null) {
			return "no signature";
		}
		Matcher parts = FORM.matcher(header);
		if (!parts.matches()) {
			return "no readable signature";
		}
		byte[] given = HexFormat.of().parseHex(parts.group(2));
		if (!MessageDigest.isEqual(given, hmac(parts.group(1), body))) {
			return "wrong signature";
		}
		Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
		Duration age = Duration.between(signedAt, this.clock.instant()).abs();
		return (age.compareTo(TOLERANCE) > 0) ? "signed " + age.toSeconds() + " s off" : null;
	}

	private byte[] hmac(String time, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret, "HmacSHA256"));
			mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has HmacSHA256", ex);
		}
	}

}
