package city.plaza.portal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import city.plaza.platform.messages.Formats;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import city.plaza.portal.asset.Assets;
import city.plaza.portal.city.CitySettings;
import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page.
 *
 * @param city whose portal it is
 * @param assets addresses of style sheets and scripts
 * @param visitor who is signed in
 * @param path of this page
 * @param now on the city's clocks
 * @param language of the page
 * @param here path and query of this page, to come back to
 * @param secondsLeft until the session ends unless it is used; null where nobody is
 * signed in
 */
public record Frame(CitySettings city, Assets assets, @Nullable Visitor visitor, String path, LocalDateTime now,
		Language language, String here, @Nullable Long secondsLeft) {

	/** The name under which templates find it. */
	public static final String NAME = "frame";

	/** The time on the city's clocks at which the session ends unless it is used. */
	public @Nullable String sessionEnd() {
		return (this.secondsLeft != null) ? formats().time(this.now.plusSeconds(this.secondsLeft).toLocalTime()) : null;
	}

	/** Of the portal, for the help desk; null where it runs from its classes. */
	public @Nullable String version() {
		return Frame.class.getPackage().getImplementationVersion();
	}

	/** How the page writes dates and times. */
	public Formats formats() {
		return Formats.of(this.language);
	}

	/** The languages that the page is offered in besides its own. */
	public List<Language> otherLanguages() {
		return Arrays.stream(Language.values()).filter((each) -> each != this.language).toList();
	}

	/**
	 * A text of the city for the reader.
	 * @param text in all its languages
	 */
	public String text(LocalText text) {
		return text.in(this.language);
	}

	/**
	 * Date and time of an instant on the city's clocks.
	 * @param instant UTC
	 */
	public String dateTime(Instant instant) {
		return formats().dateTime(this.city.local(instant));
	}

	/**
	 * The date of an instant on the city's clocks.
	 * @param instant UTC
	 */
	public String date(Instant instant) {
		return formats().date(this.city.local(instant).toLocalDate());
	}

	/**
	 * The name of a bill type.
	 * @param code such as {@code CLAIMS}
	 * @param ledgerName the one that the ledger gives
	 */
	public @Nullable String billType(String code, @Nullable String ledgerName) {
		return this.city.billTypeName(code, ledgerName, this.language);
	}

	/** The city's announcements of today. */
	public List<CitySettings.Announcement> announcements() {
		return this.city.announcementsOn(today());
	}

	/**
	 * The language of {@link #billType}, for the attribute {@code lang} of its element.
	 * @param code such as {@code CLAIMS}
	 * @param ledgerName the one that the ledger gives
	 */
	public String billTypeLang(String code, @Nullable String ledgerName) {
		return this.city.billTypeLang(code, ledgerName, this.language);
	}

	/**
	 * What a bill type means.
	 * @param code such as {@code CLAIMS}
	 * @return null where the city does not explain it
	 */
	public @Nullable LocalText billTypeDescription(String code) {
		return this.city.billTypeDescription(code).orElse(null);
	}

	public LocalDate today() {
		return this.now.toLocalDate();
	}

	public boolean openNow() {
		return this.city.hours().isOpen(this.now);
	}

	/**
	 * Checks whether the page is the one that a navigation link leads to.
	 * @param address of the link
	 * @return true if it is
	 */
	public boolean at(String address) {
		return this.path.equals(address);
	}

}
