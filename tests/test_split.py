"""How the blocks of a page are shared out among its articles and photo items."""

from jiaodong_corpus import Toolkit, clean

TWO_PHOTOS = """两市共建半岛快线

2023年3月15日 来源:半岛日报

3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。

图片报道

施工人员在工地上平整土地。第一批打桩机已经进场。公交互通之后,医保能不能通、学籍能不能通?把一个个小切口连成线,一体化才能从图纸走进生活相分

沿线居民在新车站的模型前合影留念,他们可以凭一张交通卡换乘两市的公交和地铁。

□记者 王贺 摄

项目负责人说,施工将避开海水养殖区,夜间不进行爆破。渔民出海不受影响,两市还约定共享车站周边土地的规划,把住房、学校和医院与线路一起建起来。
"""


def test_two_photo_items_in_a_row_share_no_block(toolkit: Toolkit) -> None:
    photos = [article for article in clean(TWO_PHOTOS, toolkit=toolkit).articles if article.kind == "photo"]
    assert [photo.text[:4] for photo in photos] == ["施工人员", "沿线居民"]
    assert [[person.name for person in photo.byline] for photo in photos] == [[], ["王贺"]]
