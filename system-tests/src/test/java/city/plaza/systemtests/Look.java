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

	WIDE(1280, ColorScheme.LIGHT, ForcedColors.NONE, true), PHONE(375, ColorScheme.LIGHT, ForcedColors.NONE, false),
	ZOOMED(320, ColorScheme.LIGHT, ForcedColors.NONE, true), DARK(1280, ColorScheme.DARK, ForcedColors.NONE, false),
	CONTRAST(1280, ColorScheme.LIGHT, ForcedColors.ACTIVE, false);

	private static final int HEIGHT = 900;

	private final int width;

	private final ColorScheme colours;

	private final ForcedColors forced;

	private final boolean another;

	/**
	 * A look.
	 * @param another whether it shows and hides other parts of a page than the looks
	 * before
	 */
	Look(int width, ColorScheme colours, ForcedColors forced, boolean another) {
		this.another = another;
		this.width = width;
		this.colours = colours;
		this.forced = forced;
	}

	/**
	 * The looks that a page is tested in. Colours are the same in every language, and
	 * what fits into 320 px fits into 375 px, as no rule of a style sheet begins between
	 * them. A gallery shows and tests them all.
	 */
	static List<Look> of(String language) {
		if (Gallery.WANTED) {
			return List.of(values());
		}
		return language.equals("en") ? List.of(WIDE, ZOOMED, DARK, CONTRAST) : List.of(WIDE, ZOOMED);
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the page has to pass all rules anew: of the same parts in other colours or
	 * a few pixels wider, only what is drawn can differ. What a narrow page shows and
	 * hides is the same in every language.
	 */
	boolean showsOtherParts(String language) {
		return (this == WIDE) || (this.another && language.equals("en"));
	}

	void applyTo(Page page) {
		page.setViewportSize(this.width, HEIGHT);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(this.colours).setForcedColors(this.forced));
	}

}
