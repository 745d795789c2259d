package city.plaza.portal.asset;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.http.MediaType;

/** One file, as it is and in each coding that makes it smaller. */
final class Asset {

	private final MediaType type;

	private final Map<Coding, byte[]> contents = new EnumMap<>(Coding.class);

	Asset(MediaType type, byte[] plain) {
		this.type = type;
		this.contents.put(Coding.IDENTITY, plain);
	}

	/** Offers the content in one more coding, unless another is as small. */
	void offer(Coding coding, byte[] content) {
		if (this.contents.values().stream().allMatch((other) -> content.length < other.length)) {
			this.contents.put(coding, content);
		}
	}

	MediaType type() {
		return this.type;
	}

	Set<Coding> codings() {
		return this.contents.keySet();
	}

	byte[] content(Coding coding) {
		return Objects.requireNonNull(this.contents.get(coding));
	}

}
