package city.plaza.identity.completion;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.completion.StepSettings.Need;
import city.plaza.identity.profile.Profile;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

	private static final Signature SIGNATURE = new Signature("Robin", Signature.Method.TYPED, null);

	private static final Profile NOTHING = new Profile(AccountId.next(), null, null, null, 0);

	@Test
	void beginsWithTheTextOfTheCity() {
		assertThat(of(rules("1", Need.REQUIRED), NOTHING, null, null).next()).isEqualTo("acknowledgment");
		assertThat(of(rules("1", Need.REQUIRED), NOTHING, accepted("1"), null).next()).isEqualTo("contact");
	}

	@Test
	void asksAnewForATextThatHasChangedAndForTheSignatureOnIt() {
		Progress.Known known = new Progress.Known(NOTHING, accepted("1"), new Signed(SIGNATURE, "hash of 1", NOW));
		StepRules changed = rules("2", Need.OFF);
		assertThat(Progress.of(changed, known).next()).isEqualTo("acknowledgment");
		assertThat(of(changed, NOTHING, accepted("2"), new Signed(SIGNATURE, "hash of 1", NOW)).next())
			.isEqualTo("signature");
		assertThat(of(changed, NOTHING, accepted("2"), new Signed(SIGNATURE, "hash of 2", NOW)).next())
			.isEqualTo("check");
	}

	@Test
	void asksNothingMoreOfWhoHasSubmitted() {
		Profile submitted = new Profile(NOTHING.resident(), null, null, NOW, 1);
		Progress progress = of(rules("2", Need.REQUIRED), submitted, accepted("1"), null);
		assertThat(progress.next()).isNull();
		assertThat(progress.missing()).isEmpty();
	}

	@Test
	void hasNoStepOfATextWhereTheCityHasNone() {
		StepRules rules = rules(null, Need.REQUIRED);
		assertThat(rules.offered()).containsExactly(Step.CONTACT, Step.ADDRESS, Step.SIGNATURE);
		Progress.Known signed = new Progress.Known(NOTHING, null, new Signed(SIGNATURE, null, NOW));
		assertThat(Progress.of(rules, signed).steps()).last().isEqualTo(new Progress.State(Step.SIGNATURE, true, true));
	}

	@Test
	void offersAnOptionalStepAndDoesNotWaitForIt() {
		Progress progress = of(rules(null, Need.OPTIONAL), NOTHING, null, null);
		assertThat(progress.steps()).contains(new Progress.State(Step.ADDRESS, false, false));
		assertThat(progress.missing()).contains(Step.SIGNATURE);
	}

	private static Progress of(StepRules rules, Profile profile, @Nullable Acceptance accepted,
			@Nullable Signed signed) {
		return Progress.of(rules, new Progress.Known(profile, accepted, signed));
	}

	private static Acceptance accepted(String version) {
		return new Acceptance(version, Language.ENGLISH, "hash of " + version, NOW);
	}

	/** Contact and address as given, the rest required. */
	private static StepRules rules(@Nullable String version, Need need) {
		AcknowledgmentSettings.Text text = (version != null)
				? new AcknowledgmentSettings.Text(version, List.of(LocalText.of("Read me."))) : null;
		return new StepRules(new StepSettings(Need.REQUIRED, need, need, Need.REQUIRED),
				new AcknowledgmentSettings(text));
	}

}
