package city.plaza.identity.verification;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.secret.TestHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeTests {

	private static final Code CODE = new Code(Secret.of("12345678"));

	private final KeyedHashes hashes = TestHashes.keyed();

	@Test
	void hasEightDigitsAndIsNotPredictable() {
		Set<String> codes = new HashSet<>();
		for (int count = 0; count < 1_000; count++) {
			codes.add(Code.next().digits().reveal());
		}
		assertThat(codes).allMatch((code) -> code.matches("[0-9]{8}")).hasSizeGreaterThan(990);
	}

	/** One digit that never comes would take a tenth of the codes away. */
	@Test
	void hasEveryDigitAtEveryPlace() {
		Set<String> seen = new HashSet<>();
		for (int count = 0; count < 2_000; count++) {
			String digits = Code.next().digits().reveal();
			IntStream.range(0, 8).forEach((place) -> seen.add(place + ":" + digits.charAt(place)));
		}
		assertThat(seen).hasSize(80);
	}

	/** Where numbers are written in other digits, codes are not. */
	@ParameterizedTest
	@ValueSource(strings = { "ar-EG", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "tr" })
	void hasTheSameDigitsInEveryLanguageOfTheSystem(String tag) {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag(tag));
			assertThat(Stream.generate(Code::next).limit(50))
				.allMatch((code) -> code.digits().reveal().matches("[0-9]{8}"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678", " 1234 5678 ", "1234-5678", "12345678\n", "\t1 2 3 4 5 6 7 8",
			"12\u00a034\u00a056\u00a078", "\u00a012345678", "1234\u20115678", "1234\u20135678", "12345678\u200b",
			"\ufeff12345678", "\u202a12345678\u202c", "1234\u202f5678",
			"\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
			"\r\n12345678\r\n" })
	void isReadAsPeopleCopyAndTypeIt(String typed) {
		assertThat(Code.typed(Secret.of(typed))).isEqualTo(CODE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1234567", "123456789", "12345679", "1234567a", "87654321", "+12345678", "12345678.0",
			"0x12345678", "1234_5678", "12345678;", "\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467",
			"\ud835\udfcf\ud835\udfcf", "' or true --" })
	void isNothingElse(String typed) {
		assertThat(hash(Code.typed(Secret.of(typed)))).isNotEqualTo(hash(CODE));
	}

	@Test
	void isComparedByAHashThatIsBoundToItsMail() {
		UUID id = UUID.randomUUID();
		RegistrationId registration = RegistrationId.next();
		Hash hash = CODE.hash(this.hashes, id, registration);
		assertThat(CODE.hash(this.hashes, id, registration)).isEqualTo(hash);
		assertThat(Stream.of(CODE.hash(this.hashes, UUID.randomUUID(), registration),
				CODE.hash(this.hashes, id, RegistrationId.next()),
				CODE.hash(this.hashes, registration.value(), new RegistrationId(id)),
				CODE.hash(TestHashes.keyed("another-secret-of-tests"), id, registration),
				new Code(Secret.of("12345679")).hash(this.hashes, id, registration)))
			.doesNotContain(hash)
			.doesNotHaveDuplicates();
	}

	@Test
	void isPrintedNowhere() {
		Code code = Code.next();
		assertThat(code.toString()).doesNotContain(code.digits().reveal());
	}

	private Hash hash(Code code) {
		return code.hash(this.hashes, new UUID(1, 2), new RegistrationId(new UUID(3, 4)));
	}

}
