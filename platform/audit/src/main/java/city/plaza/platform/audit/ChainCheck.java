package city.plaza.platform.audit;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Walks the chain entry by entry. What has been found stays: the first finding ends the
 * walk.
 *
 * @param keys that entries are proved by
 * @param anchors hashes that were published, by their sequence
 * @param last the last entry found whole
 * @param finding what ended the walk
 */
record ChainCheck(AuditKeys keys, Map<Long, Digest> anchors, Place last, Verdict.@Nullable Finding finding) {

	private static final Place BEGINNING = new Place(0, new Digest(new byte[32]));

	static ChainCheck begin(AuditKeys keys, Map<Long, Digest> anchors) {
		return new ChainCheck(keys, anchors, BEGINNING, null);
	}

	/** Goes on by an entry. */
	ChainCheck next(SealedEntry entry) {
		if (this.finding != null) {
			return this;
		}
		long expected = this.last.sequence() + 1;
		if (entry.place().sequence() != expected) {
			return found(new Verdict.Finding(expected, Verdict.Kind.MISSING, null));
		}
		return kindOf(entry).map((kind) -> found(new Verdict.Finding(expected, kind, entry.row().id())))
			.orElseGet(() -> new ChainCheck(this.keys, this.anchors, entry.place(), null));
	}

	/** Ends the walk: the head that the chain has to reach. */
	ChainCheck end(Place head) {
		if (this.finding != null) {
			return this;
		}
		long anchored = this.anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
		if (this.last.sequence() < Math.max(head.sequence(), anchored)) {
			return found(new Verdict.Finding(this.last.sequence() + 1, Verdict.Kind.CUT_OFF, null));
		}
		// Until the head was read no entry lies behind it: what does was put there.
		return this.last.equals(head) ? this
				: found(new Verdict.Finding(head.sequence(), Verdict.Kind.OTHER_THAN_ANCHORED, null));
	}

	private Optional<Verdict.Kind> kindOf(SealedEntry entry) {
		String key = entry.row().keyId();
		Optional<Digest> mac = this.keys.mac(entry.row());
		if (mac.isEmpty()) {
			return Optional.of(Verdict.Kind.UNKNOWN_KEY);
		}
		if (!mac.get().equals(entry.mac())) {
			return Optional.of(Verdict.Kind.CHANGED);
		}
		Optional<Digest> link = this.keys.link(key, this.last.hash(), entry.place().sequence(), entry.mac());
		if (!link.equals(Optional.of(entry.place().hash()))) {
			return Optional.of(Verdict.Kind.MOVED);
		}
		Digest anchor = this.anchors.get(entry.place().sequence());
		return (anchor == null || anchor.equals(entry.place().hash())) ? Optional.empty()
				: Optional.of(Verdict.Kind.OTHER_THAN_ANCHORED);
	}

	private ChainCheck found(Verdict.Finding what) {
		return new ChainCheck(this.keys, this.anchors, this.last, what);
	}

}
