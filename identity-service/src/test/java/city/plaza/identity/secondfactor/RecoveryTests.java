package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class RecoveryTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Test
	void givesTenCodesWithTheFirstFactorOnly() {
		Resident resident = this.fixture.resident();
		assertThat(resident.recoveryCodes()).hasSize(10)
			.doesNotHaveDuplicates()
			.allSatisfy((code) -> assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
		this.identity.clock().pass(Duration.ofMinutes(1));
		assertThat(this.fixture.withApp(resident.email(), resident.tokens()).recoveryCodes()).isEmpty();
	}

	@Test
	void takesEachCodeOnceHoweverParallel() {
		Resident resident = this.fixture.resident();
		String code = resident.recoveryCodes().get(3);
		List<String> pending = new ArrayList<>();
		for (int number = 0; number < 8; number++) {
			pending.add(this.fixture.pending(resident.email()));
		}
		List<Integer> responses = IdentityFixture.atOnce(8,
				(number) -> IdentityFixture.status(this.fixture.recovering(pending.get(number), code)));
		assertThat(responses).containsOnlyOnce(201).filteredOn((status) -> status == 422).hasSize(7);
		assertThat(left(resident)).isEqualTo(9);
	}

	@Test
	void replacesAllCodesByNewOnes() {
		Resident resident = this.fixture.resident();
		JsonNode renewed = IdentityFixture.json(this.fixture
			.posting(SecondFactorFixture.FACTORS + "/recovery-codes", resident.tokens().accessToken(), Map.of())
			.expectStatus()
			.isOk());
		assertThat(renewed.get("recoveryCodes")).hasSize(10);
		String pending = this.fixture.pending(resident.email());
		this.fixture.recovering(pending, resident.recoveryCodes().getFirst()).expectStatus().isEqualTo(422);
		this.fixture.recovering(pending, renewed.get("recoveryCodes").get(0).asString().toLowerCase(Locale.ROOT))
			.expectStatus()
			.isCreated();
	}

	@Test
	void givesNoCodesWithoutAFactor() {
		String token = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		assertThat(IdentityFixture
			.problem(this.fixture.posting(SecondFactorFixture.FACTORS + "/recovery-codes", token, Map.of())
				.expectStatus()
				.isEqualTo(409)))
			.isEqualTo("no-factor");
	}

	private int left(Resident resident) {
		return IdentityFixture
			.json(this.identity.get(SecondFactorFixture.FACTORS, resident.tokens().accessToken()).expectStatus().isOk())
			.get("recoveryCodesLeft")
			.asInt();
	}

}
