package city.plaza.identity.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import city.plaza.identity.completion.StepSettings.Need;
import city.plaza.identity.profile.ContactDetails;
import city.plaza.identity.profile.Profile;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What the city asks of a resident. */
@Component
class StepRules {

	private final StepSettings settings;

	private final AcknowledgmentSettings city;

	StepRules(StepSettings settings, AcknowledgmentSettings city) {
		this.settings = settings;
		this.city = city;
	}

	/** The steps that are offered. */
	List<Step> offered() {
		return Arrays.stream(Step.values()).filter((step) -> needOf(step) != Need.OFF).toList();
	}

	/** The version that is to be acknowledged now; null where the city has no text. */
	@Nullable String version() {
		return (this.city.acknowledgment() != null) ? this.city.acknowledgment().version() : null;
	}

	Optional<AcknowledgedText> text(Language language) {
		return Optional.ofNullable(this.city.acknowledgment())
			.map((text) -> new AcknowledgedText(text.version(), language,
					text.text().stream().map((paragraph) -> paragraph.in(language)).toList()));
	}

	/** Who wants to be written to needs an address, whatever the city asks of others. */
	boolean isRequired(Step step, Profile profile) {
		@Nullable ContactDetails contact = profile.contact();
		boolean byMail = step == Step.ADDRESS && contact != null && contact.preference().needsAddress();
		return needOf(step) == Need.REQUIRED || (byMail && needOf(step) != Need.OFF);
	}

	private Need needOf(Step step) {
		boolean nothingToAccept = step == Step.ACKNOWLEDGMENT && this.city.acknowledgment() == null;
		return nothingToAccept ? Need.OFF : this.settings.of(step);
	}

}
