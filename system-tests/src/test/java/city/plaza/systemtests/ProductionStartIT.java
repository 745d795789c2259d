package city.plaza.systemtests;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The jars as production runs them, started without any profile. */
@Order(Integer.MAX_VALUE)
class ProductionStartIT {

	private static final Map<String, String> SAFE = Map.of("PLAZA_PRIVATE_NETWORK", "true", "PLAZA_KAFKA_PASSWORD",
			"a secret of this service at Kafka", "PLAZA_PUBLIC_URL", "https://plaza.example", "PLAZA_DB_PASSWORD",
			"a secret of its own", "PLAZA_SEALING_SECRET", "a secret that is shared", "PLAZA_SANDBOX_SECRET",
			"a secret of the sandbox", "PLAZA_PAYMENT_PROVIDER", "another", "PLAZA_EUREKA_PASSWORD",
			"a secret of this service", "PLAZA_BILL_PROOF_SECRET", "a secret of the two that prove bills",
			"PLAZA_AUDIT_SECRET", "a secret of the trail of this service");

	@ParameterizedTest
	@MethodSource("unsafeSettings")
	void refusesEach(String module, Map<String, String> unsafe, List<String> settings) throws Exception {
		Map<String, String> environment = new HashMap<>(SAFE);
		environment.putAll(unsafe);
		Ended ended = start(module, environment);

		assertThat(ended.lines()).allSatisfy((line) -> assertThat(line).contains("ERROR", "Production refuses")
			.containsAnyOf(settings.toArray(String[]::new)));
		assertThat(settings).allSatisfy(
				(setting) -> assertThat(ended.lines()).anySatisfy((line) -> assertThat(line).contains(setting)));
		assertThat(ended.exitCode()).isEqualTo(1);
	}

	/**
	 * One start of each module: several settings at once that have nothing to do with
	 * each other.
	 */
	static Stream<Arguments> unsafeSettings() {
		return Stream.of(
				arguments("account-link-service", Map.of("PLAZA_DB_PASSWORD", "", "PLAZA_KAFKA_PROTOCOL", "PLAINTEXT"),
						List.of("PLAZA_DB_PASSWORD", "PLAZA_KAFKA_PROTOCOL")),
				arguments("discovery", Map.of(), List.of("PLAZA_EUREKA_PASSWORD_IDENTITY")),
				arguments("portal", Map.of("PLAZA_EUREKA_PASSWORD", ""), List.of("PLAZA_EUREKA_PASSWORD")),
				arguments("gateway",
						Map.of("PLAZA_PUBLIC_URL", "http://plaza.example", "PLAZA_PRIVATE_NETWORK", "false",
								"PLAZA_DEV_INBOX_URL", "http://inbox:8025"),
						List.of("PLAZA_PUBLIC_URL", "PLAZA_EUREKA_URL", "PLAZA_DEV_INBOX_URL")),
				arguments("billing-service",
						Map.of("PLAZA_PAYMENT_PROVIDER", "sandbox", "PLAZA_EVENTS_REPLICATION", "1",
								"PLAZA_EVENTS_MIN_IN_SYNC", "1", "PLAZA_AUDIT_SECRET", ""),
						List.of("PLAZA_PAYMENT_PROVIDER", "plaza.events.replication", "min.insync.replicas",
								"PLAZA_AUDIT_SECRET")),
				arguments("identity-service",
						Map.of("PLAZA_IDENTITY_STAFF_0_PASSWORD", "a till of many drawers",
								"PLAZA_IDENTITY_CODE_SECRET", "a secret of codes", "PLAZA_IDENTITY_KEY_SECRET",
								"a secret of the keys"),
						List.of("plaza.identity.staff")));
	}

	@Test
	void namesEachUnsafeSettingOfABareStart() throws Exception {
		Ended ended = start("billing-service", Map.of());

		assertThat(ended.lines()).hasSize(4).allSatisfy((line) -> assertThat(line).contains("Production refuses"));
		assertThat(String.join("\n", ended.lines())).contains("PLAZA_DB_PASSWORD", "PLAZA_BILL_PROOF_SECRET",
				"PLAZA_AUDIT_SECRET", "PLAZA_EUREKA_PASSWORD", "PLAZA_KAFKA_PASSWORD", "PLAZA_JWK_SET_URI",
				"PLAZA_PUBLIC_URL", "PLAZA_PAYMENT_PROVIDER");
		assertThat(ended.exitCode()).isEqualTo(1);
	}

	private static Ended start(String module, Map<String, String> environment) throws Exception {
		Process process = Jars.process(module, environment).start();
		try (InputStream output = process.getInputStream()) {
			List<String> lines = new ArrayList<>(
					new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
			lines.removeIf(String::isBlank);
			return new Ended(lines, process.waitFor());
		}
	}

	private record Ended(List<String> lines, int exitCode) {
	}

}
