package city.plaza.identity.profile;

import java.util.Set;

/**
 * The states, territories and freely associated states of the United States and the
 * regions of its military mail, as postal addresses name them (USPS Publication 28,
 * Appendix B).
 */
final class PostalRegion {

	private static final Set<String> MILITARY = Set.of("AA", "AE", "AP");

	private static final Set<String> MILITARY_CITIES = Set.of("APO", "FPO", "DPO");

	private static final Set<String> CIVIL = Set.of("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA",
			"HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV",
			"NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA",
			"WA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI", "FM", "MH", "PW");

	private PostalRegion() {
	}

	static boolean isKnown(String code) {
		return CIVIL.contains(code) || isMilitary(code);
	}

	static boolean isMilitary(String code) {
		return MILITARY.contains(code);
	}

	static boolean isMilitaryCity(String city) {
		return MILITARY_CITIES.contains(city);
	}

}
