package city.plaza.portal.city;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * The city whose portal this is.
 *
 * @param name as residents say it, such as "City of Fairhaven"
 * @param place where it is, such as "Fairhaven"; the name where not set
 * @param serviceName what the portal is called
 * @param department who answers questions about bills
 * @param seal shown beside the name, an SVG or PNG file; none where not set
 * @param timeZone decides what "today" and "open now" mean
 * @param phone for questions about a bill or the portal
 * @param callCentrePhone the number with opening hours; the phone where not set
 * @param email for questions and changes of customer information
 * @param emailAnswer when an email is answered, as a sentence; none where not set
 * @param utilityPaymentUrl where utility bills are paid, which this portal cannot do
 * @param signInNotice shown before sign-in, a paragraph an entry; empty for none
 * @param announcements newest first
 * @param resources the city's links in the Resources menu
 * @param otherServices the city's links under Other services
 * @param legal links at the foot of every page, such as privacy and the accessibility
 * statement
 * @param hours when the call centre is open
 * @param colours of the header, of buttons and of links
 * @param billTypes what bill types are called and mean, by their codes; a name counts
 * only where the ledger gives the type the same English one, or none
 */
@Validated
@ConfigurationProperties("plaza.city")
public record CitySettings(@NotNull LocalText name, @Nullable String place,
		@Valid @NotNull @DefaultValue("Citizen Self Service") LocalText serviceName,
		@Valid @NotNull @DefaultValue("Finance Department") LocalText department, @Nullable Resource seal,
		@NotNull @DefaultValue("America/Chicago") ZoneId timeZone, @NotBlank String phone,
		@Nullable String callCentrePhone, @NotBlank @Email String email, @Nullable LocalText emailAnswer,
		@NotNull URI utilityPaymentUrl, @DefaultValue List<LocalText> signInNotice,
		@DefaultValue List<@Valid Announcement> announcements, @DefaultValue List<@Valid Link> resources,
		@DefaultValue List<@Valid Link> otherServices, @DefaultValue List<@Valid Link> legal,
		@Valid @NotNull OpeningHours hours, @Valid @NotNull CityColours colours,
		@DefaultValue Map<String, BillTypeText> billTypes) {

	/**
	 * A link out of the portal.
	 *
	 * @param label what it leads to
	 * @param url http or https
	 */
	public record Link(@NotNull LocalText label, @NotNull URI url) {
	}

	/**
	 * An announcement to all residents.
	 *
	 * @param date when it was written
	 * @param title one line
	 * @param text one paragraph
	 * @param from the first day on which it is shown; its date where not set
	 * @param until the last day on which it is shown; no end where not set
	 */
	public record Announcement(@NotNull LocalDate date, @NotNull LocalText title, @NotNull LocalText text,
			@Nullable LocalDate from, @Nullable LocalDate until) {

		@AssertTrue(message = "until must not be before from")
		boolean isForwards() {
			return this.until == null || !this.until.isBefore(first());
		}

		boolean isShownOn(LocalDate day) {
			return !day.isBefore(first()) && (this.until == null || !day.isAfter(this.until));
		}

		private LocalDate first() {
			return (this.from != null) ? this.from : this.date;
		}

	}

	/**
	 * The announcements of a day.
	 * @param day in the city
	 * @return in the order of the configuration
	 */
	public List<Announcement> announcementsOn(LocalDate day) {
		return this.announcements.stream().filter((each) -> each.isShownOn(day)).toList();
	}

	/**
	 * Where the city is, in the text of a page.
	 * @param language of the reader
	 */
	public String placeIn(Language language) {
		return (this.place != null) ? this.place : this.name.in(language);
	}

	/**
	 * The name of a bill type.
	 * @param code such as {@code CLAIMS}
	 * @param ledgerName the one that the ledger gives
	 * @param language of the reader
	 * @return null where neither the city nor the ledger names it
	 */
	public @Nullable String billTypeName(String code, @Nullable String ledgerName, Language language) {
		return ownName(code, ledgerName).map((own) -> own.in(language)).orElse(ledgerName);
	}

	/**
	 * The language of {@link #billTypeName}: the ledger has names in English only.
	 * @param code such as {@code CLAIMS}
	 * @param ledgerName the one that the ledger gives
	 * @param language of the reader
	 * @return for the attribute {@code lang} of the element that holds the name
	 */
	public String billTypeLang(String code, @Nullable String ledgerName, Language language) {
		return ownName(code, ledgerName).map((own) -> own.lang(language)).orElse(Language.ENGLISH.tag());
	}

	/**
	 * What a bill type means.
	 * @param code such as {@code CLAIMS}
	 * @return empty where the city does not explain it
	 */
	public Optional<LocalText> billTypeDescription(String code) {
		return Optional.ofNullable(this.billTypes.get(code)).map(BillTypeText::description);
	}

	private Optional<LocalText> ownName(String code, @Nullable String ledgerName) {
		return Optional.ofNullable(this.billTypes.get(code))
			.map(BillTypeText::name)
			.filter((own) -> ledgerName == null || ledgerName.equals(own.en()));
	}

	/** The number that has the opening hours. */
	public String answeringPhone() {
		return (this.callCentrePhone != null) ? this.callCentrePhone : this.phone;
	}

	/**
	 * Converts an instant to the time on the city's clocks.
	 * @param instant UTC
	 * @return the city's date and time
	 */
	public LocalDateTime local(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.timeZone);
	}

}
