package city.plaza.portal.asset;

import java.io.IOException;
import java.io.UncheckedIOException;

import city.plaza.portal.city.CitySettings;

/** The files of the pages, for tests of other packages. */
public final class SomeAssets {

	private SomeAssets() {
	}

	public static Assets of(CitySettings city) {
		try {
			return new Assets(city);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
