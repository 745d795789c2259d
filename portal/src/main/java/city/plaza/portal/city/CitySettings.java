package city.plaza.portal.city;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city whose portal this is.
 *
 * @param name as residents say it, such as "City of Fairhaven"
 * @param serviceName what the portal is called
 * @param department who answers questions about bills
 * @param timeZone decides what "today" and "open now" mean
 * @param phone for questions about a bill or the portal
 * @param callCentrePhone the number with opening hours; the phone where not set
 * @param email for questions and changes of customer information
 * @param emailAnswer when an e-mail is answered, as a sentence
 * @param utilityPaymentUrl where utility bills are paid, which this portal cannot do
 * @param signInNotice shown before sign-in, a paragraph an entry; empty for none
 * @param announcements newest first
 * @param resources the city's links in the Resources menu
 * @param otherServices the city's links under Other services
 * @param hours when the call centre is open
 * @param colours of the header, of buttons and of links
 */
@Validated
@ConfigurationProperties("plaza.city")
public record CitySettings(@NotBlank String name, @NotBlank @DefaultValue("Citizen Self Service") String serviceName,
		@NotBlank @DefaultValue("Finance Department") String department,
		@NotNull @DefaultValue("America/Chicago") ZoneId timeZone, @NotBlank String phone,
		@Nullable String callCentrePhone, @NotBlank @Email String email, @DefaultValue("") String emailAnswer,
		@NotNull URI utilityPaymentUrl, @DefaultValue List<String> signInNotice,
		@DefaultValue List<@Valid Announcement> announcements, @DefaultValue List<@Valid Link> resources,
		@DefaultValue List<@Valid Link> otherServices, @Valid @NotNull OpeningHours hours,
		@Valid @NotNull CityColours colours) {

	/**
	 * A link out of the portal.
	 *
	 * @param label what it leads to
	 * @param url http or https
	 */
	public record Link(@NotBlank String label, @NotNull URI url) {
	}

	/**
	 * An announcement to all residents.
	 *
	 * @param date when it was written
	 * @param title one line
	 * @param text one paragraph
	 */
	public record Announcement(@NotNull LocalDate date, @NotBlank String title, @NotBlank String text) {
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
