package city.plaza.systemtests;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The jars as production runs them, started without any profile. */
@Execution(ExecutionMode.CONCURRENT)
class ProductionStartIT {

	private static final Map<String, String> SAFE = Map.of("PLAZA_PRIVATE_NETWORK", "true", "PLAZA_KAFKA_PASSWORD",
			"a secret of this service at Kafka", "PLAZA_PUBLIC_URL", "https://plaza.example", "PLAZA_DB_PASSWORD",
			"a secret of its own", "PLAZA_SEALING_SECRET", "a secret that is shared", "PLAZA_SANDBOX_SECRET",
			"a secret of the sandbox", "PLAZA_PAYMENT_PROVIDER", "another", "PLAZA_EUREKA_PASSWORD",
			"a secret of this service", "PLAZA_BILL_PROOF_SECRET", "a secret of the two that prove bills",
			"PLAZA_AUDIT_SECRET", "a secret of the trail of this service");

	@ParameterizedTest
	@MethodSource("unsafeSettings")
	void refusesInOneLine(String module, Map<String, String> unsafe, String setting) throws Exception {
		Map<String, String> environment = new HashMap<>(SAFE);
		environment.putAll(unsafe);
		Ended ended = start(module, environment);

		assertThat(ended.lines()).singleElement().asString().contains("ERROR", "Production refuses", setting);
		assertThat(ended.exitCode()).isEqualTo(1);
	}

	static Stream<Arguments> unsafeSettings() {
		return Stream.of(arguments("account-link-service", Map.of("PLAZA_DB_PASSWORD", ""), "PLAZA_DB_PASSWORD"),
				arguments("discovery", Map.of(), "PLAZA_EUREKA_PASSWORD_IDENTITY"),
				arguments("portal", Map.of("PLAZA_EUREKA_PASSWORD", ""), "PLAZA_EUREKA_PASSWORD"),
				arguments("gateway", Map.of("PLAZA_PUBLIC_URL", "http://plaza.example"), "PLAZA_PUBLIC_URL"),
				arguments("gateway", Map.of("PLAZA_PRIVATE_NETWORK", "false"), "PLAZA_EUREKA_URL"),
				arguments("account-link-service", Map.of("PLAZA_KAFKA_PROTOCOL", "PLAINTEXT"), "PLAZA_KAFKA_PROTOCOL"),
				arguments("gateway", Map.of("PLAZA_DEV_INBOX_URL", "http://inbox:8025"), "PLAZA_DEV_INBOX_URL"),
				arguments("billing-service", Map.of("PLAZA_PAYMENT_PROVIDER", "sandbox"), "PLAZA_PAYMENT_PROVIDER"),
				arguments("billing-service", Map.of("PLAZA_EVENTS_REPLICATION", "1"), "plaza.events.replication"),
				arguments("billing-service", Map.of("PLAZA_EVENTS_MIN_IN_SYNC", "1"), "min.insync.replicas"),
				arguments("billing-service", Map.of("PLAZA_AUDIT_SECRET", ""), "PLAZA_AUDIT_SECRET"),
				arguments("identity-service",
						Map.of("PLAZA_IDENTITY_STAFF_0_PASSWORD", "a till of many drawers",
								"PLAZA_IDENTITY_CODE_SECRET", "a secret of codes", "PLAZA_IDENTITY_KEY_SECRET",
								"a secret of the keys"),
						"plaza.identity.staff"));
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
