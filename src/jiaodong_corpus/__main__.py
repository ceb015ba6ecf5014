"""``python -m jiaodong_corpus`` is ``jdc``."""

from .cli import main

if __name__ == "__main__":
    main(prog_name="jdc")
