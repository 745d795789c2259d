package city.plaza.portal.city;

import java.util.stream.Stream;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's colours. A pair that cannot be read (contrast under 4.5 to 1, WCAG 2.2
 * success criterion 1.4.3) stops the start.
 *
 * @param brand behind the header, {@code #rrggbb}
 * @param onBrand text and links on the brand colour
 * @param action buttons, under white text
 * @param link links on white
 * @param darkLink links on the dark pages of a device that is set to dark
 */
public record CityColours(@NotNull @Pattern(regexp = HEX) @DefaultValue("#17324d") String brand,
		@NotNull @Pattern(regexp = HEX) @DefaultValue("#ffffff") String onBrand,
		@NotNull @Pattern(regexp = HEX) @DefaultValue("#0f6b4f") String action,
		@NotNull @Pattern(regexp = HEX) @DefaultValue("#1a5a96") String link,
		@NotNull @Pattern(regexp = HEX) @DefaultValue("#8cc4ff") String darkLink) {

	private static final String HEX = "#[0-9a-fA-F]{6}";

	private static final String WHITE = "#ffffff";

	/** The lighter of the two surfaces of dark pages: {@code _colours.scss}. */
	private static final String DARK = "#232930";

	private static final int READABLE_TENTHS = 45;

	/** The custom properties that the style sheet reads. */
	public String asStyleSheet() {
		return ":root{--city-brand:%s;--city-on-brand:%s;--city-action:%s;--city-link:%s;--city-dark-link:%s}"
			.formatted(this.brand, this.onBrand, this.action, this.link, this.darkLink);
	}

	@AssertTrue(message = "text in these colours cannot be read: each pair needs a contrast of 4.5 to 1")
	boolean isReadable() {
		if (!Stream.of(this.brand, this.onBrand, this.action, this.link, this.darkLink)
			.allMatch((colour) -> colour.matches(HEX))) {
			return true;
		}
		return isReadable(this.brand, this.onBrand) && isReadable(this.action, WHITE) && isReadable(this.link, WHITE)
				&& isReadable(this.darkLink, DARK);
	}

	private static boolean isReadable(String one, String other) {
		return contrast(one, other) * 10 >= READABLE_TENTHS;
	}

	static double contrast(String one, String other) {
		double first = luminance(one) + 0.05;
		double second = luminance(other) + 0.05;
		return Math.max(first, second) / Math.min(first, second);
	}

	private static double luminance(String hex) {
		return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
	}

	private static double channel(String hex, int start) {
		double value = Integer.parseInt(hex.substring(start, start + 2), 16) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
