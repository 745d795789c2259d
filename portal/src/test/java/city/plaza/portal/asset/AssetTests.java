package city.plaza.portal.asset;

import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class AssetTests {

	private final Asset asset = new Asset(MediaType.IMAGE_PNG, new byte[10]);

	@Test
	void isOfferedInEachCodingThatIsSmallerThanTheOneBefore() {
		byte[] gzip = new byte[9];
		byte[] brotli = new byte[8];
		this.asset.offer(Coding.GZIP, gzip);
		this.asset.offer(Coding.BROTLI, brotli);
		assertThat(this.asset.codings()).containsExactlyInAnyOrder(Coding.values());
		assertThat(this.asset.content(Coding.GZIP)).isSameAs(gzip);
		assertThat(this.asset.content(Coding.BROTLI)).isSameAs(brotli);
		assertThat(this.asset.content(Coding.IDENTITY)).hasSize(10);
	}

	@Test
	void isNotOfferedInBrotliWhereGzipIsAsSmall() {
		this.asset.offer(Coding.GZIP, new byte[8]);
		this.asset.offer(Coding.BROTLI, new byte[8]);
		assertThat(this.asset.codings()).containsExactlyInAnyOrder(Coding.IDENTITY, Coding.GZIP);
	}

	@Test
	void isOfferedPlainAloneWhereNothingMakesItSmaller() {
		this.asset.offer(Coding.GZIP, new byte[33]);
		this.asset.offer(Coding.BROTLI, new byte[10]);
		assertThat(this.asset.codings()).containsExactly(Coding.IDENTITY);
	}

}
