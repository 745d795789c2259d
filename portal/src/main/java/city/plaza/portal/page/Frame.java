package city.plaza.portal.page;

import java.time.LocalDate;
import java.time.LocalDateTime;

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
 */
public record Frame(CitySettings city, Assets assets, @Nullable Visitor visitor, String path, LocalDateTime now) {

	/** The name under which templates find it. */
	public static final String NAME = "frame";

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
