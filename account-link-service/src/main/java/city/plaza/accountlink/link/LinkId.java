package city.plaza.accountlink.link;

import java.util.UUID;

/**
 * Which link it is; a link that is made again has another one.
 *
 * @param value also the key of the link's events
 */
record LinkId(UUID value) {

	static LinkId next() {
		return new LinkId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
