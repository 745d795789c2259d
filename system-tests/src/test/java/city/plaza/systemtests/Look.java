package city.plaza.systemtests;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/**
 * A way to look at a page. 320 px is also what 1280 px are at 400 % zoom (WCAG 2.2
 * success criterion 1.4.10).
 */
enum Look {

	WIDE(1280, ColorScheme.LIGHT, ForcedColors.NONE), PHONE(375, ColorScheme.LIGHT, ForcedColors.NONE),
	ZOOMED(320, ColorScheme.LIGHT, ForcedColors.NONE), DARK(1280, ColorScheme.DARK, ForcedColors.NONE),
	CONTRAST(1280, ColorScheme.LIGHT, ForcedColors.ACTIVE);

	/** Of the longer texts: in it a page has to pass everything. */
	private static final String FIRST = "es";

	private static final int HEIGHT = 900;

	private final int width;

	private final ColorScheme colours;

	private final ForcedColors forced;

	Look(int width, ColorScheme colours, ForcedColors forced) {
		this.width = width;
		this.colours = colours;
		this.forced = forced;
	}

	/**
	 * The looks that a page is tested in. Colours are the same in every language, and
	 * what fits into 320 px fits into 375 px, as no rule of a style sheet begins between
	 * them; forced colours are the browser's, and axe does not see them. A gallery shows
	 * them all.
	 */
	static List<Look> of(String language) {
		if (Gallery.WANTED) {
			return List.of(values());
		}
		return language.equals(FIRST) ? List.of(WIDE, ZOOMED, DARK) : List.of(WIDE, ZOOMED);
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What the page has to pass here beyond the looks before: of the same parts in other
	 * colours only the colours can differ, of the same parts in less room only their
	 * room. Colours and the parts of a narrow page are the same in every language.
	 */
	Rules rules(String language) {
		boolean first = language.equals(FIRST);
		return switch (this) {
			case WIDE -> first ? Rules.ALL : Rules.ALL_BUT_COLOURS;
			case ZOOMED -> first ? Rules.ALL : Rules.ROOM;
			case PHONE -> Rules.ROOM;
			case DARK -> first ? Rules.COLOURS : Rules.NONE;
			case CONTRAST -> Rules.NONE;
		};
	}

	/** Rules of axe. */
	enum Rules {

		ALL, ALL_BUT_COLOURS, COLOURS, ROOM, NONE

	}

	void applyTo(Page page) {
		page.setViewportSize(this.width, HEIGHT);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(this.colours).setForcedColors(this.forced));
	}

}
